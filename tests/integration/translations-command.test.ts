import { execFile } from 'node:child_process'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PROJECT } from '#cli/project.ts'
import { lockedNode } from '#scripts/hand-over.js'
import { ContentFolder } from '#tests/integration/content-folder.ts'

const DOCUMENT = '80_chain/rule'
const HEAD = '---\nDocument ID: RULE\n---\n\n'
const georgian = (third: string) => `${HEAD}# წესი\n\n## 1. პირველი\n\nსიტყვა.\n\n## შენიშვნა\n\n${third}\n`
const ENGLISH = `${HEAD}# Rule\n\n## 1. First\n\nA word.\n\n## Note\n\nOne.\n`

let content: ContentFolder

/** Georgian as it was in three commits; English as it was made from the first. */
beforeEach(async () => {
  content = new ContentFolder()
  content.git('init', '-q', '-b', 'main')
  content.write(`${DOCUMENT}/ka.md`, georgian('ერთი.'))
  content.write(`${DOCUMENT}/en.md`, ENGLISH)
  await translations('mark', DOCUMENT)
  content.commit('2026-03-04T12:00:00+04:00')
  content.write(`${DOCUMENT}/ka.md`, georgian('ორი.'))
  content.commit('2026-03-10T12:00:00+04:00')
  content.write(`${DOCUMENT}/ka.md`, georgian('სამი.'))
  content.commit('2026-03-20T12:00:00+04:00')
})

afterEach(() => content.remove())

/** Runs a command on the folder, with no database anywhere. */
const mza = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>(resolve => {
    const env = { PATH: process.env['PATH'], HOME: content.folder, MZA_CONTENT: content.folder }
    const command = [path.join('cli', 'mza.ts'), ...args]
    execFile(lockedNode(PROJECT), command, { cwd: PROJECT, env: env as never }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })

const translations = (...args: string[]) => mza('translations', ...args)

const row = (out: string) =>
  /^80_chain\/rule +en +(\S+) +(\d+) +(\d+) +(\d+) +(\d+) +(\d+)$/m.exec(out)?.slice(1)

it('mza translations status counts the sections that are behind, and those that are not', async () => {
  const { code, out } = await translations('status')
  expect(code).toBe(0)
  expect(row(out)).toEqual(['behind', '2', '1', '0', '0', '0'])
  expect(out).toContain('0 complete, 0 unsaid, 0 unpaired, 1 behind, 4 missing')
})

it('mza translations status says of a document by how much each section is behind, and the two dates', async () => {
  const { out } = await translations('status', DOCUMENT)
  expect(out).toMatch(
    /w-1\.1 +2 revisions behind: made from the text of 2026-03-04, which changed on 2026-03-20 +Note/,
  )
  expect(out).toMatch(/w-1 +made from the text as it stands +First/)
})

it('mza translations mark brings one section in step, and leaves every other line as it was', async () => {
  const before = content.read(`${DOCUMENT}/en.md`).split('\n')
  expect((await translations('mark', DOCUMENT, 'en', '--section', 'w-1.1')).code).toBe(0)
  const after = content.read(`${DOCUMENT}/en.md`).split('\n')
  expect(after.filter((line, index) => line !== before[index])).toEqual([
    expect.stringMatching(/^ {2}w-1\.1: [0-9a-f]{12}$/),
  ])
  expect(row((await translations('status')).out)).toEqual(['complete', '3', '0', '0', '0', '0'])
  expect((await translations('mark', DOCUMENT)).out).toBe('It is said already; nothing is written.\n')
})

it('mza translations mark writes nothing in a dry run', async () => {
  const before = content.read(`${DOCUMENT}/en.md`)
  const { out } = await translations('mark', DOCUMENT, '--dry-run')
  expect(out).toMatch(/- {3}w-1\.1: [0-9a-f]{12}\n {2}\+ {3}w-1\.1: [0-9a-f]{12}/)
  expect(content.read(`${DOCUMENT}/en.md`)).toBe(before)
})

it('mza translations names what there is where something else is asked for', async () => {
  const asked = [
    [['status', '80_chain/none'], 'Give one of: 80_chain/rule'],
    [['mark', '80_chain/none'], 'Give one of: 80_chain/rule'],
    [['mark', DOCUMENT, 'ka'], 'translations: en'],
    [['mark', DOCUMENT, 'en', '--section', 'w-2'], 'Give one of: top, w-1, w-1.1'],
  ] as const
  for (const [args, remedy] of asked) {
    const { code, err } = await translations(...args)
    expect({ args, code }).toEqual({ args, code: 1 })
    expect(err).toContain(remedy)
  }
})

it('a translation that names a section there is none of is refused, and marking mends it', async () => {
  content.write(
    `${DOCUMENT}/en.md`,
    content.read(`${DOCUMENT}/en.md`).replace('  w-1:', '  w-7: 0123456789ab\n  w-1:'),
  )
  const { code, err } = await mza('check')
  expect(code).toBe(1)
  expect(err).toMatch(
    /rule\/en\.md:5:\d+ error base-section: Based On: expected a section of .*ka\.md, found w-7\n {4}mend: /,
  )
  expect((await translations('mark', DOCUMENT)).code).toBe(0)
  expect((await mza('check')).code).toBe(0)
})

it('a translation that was made from no text that was ever there is warned of', async () => {
  content.write(
    `${DOCUMENT}/en.md`,
    content.read(`${DOCUMENT}/en.md`).replace(/w-1: .*/, 'w-1: 0123456789ab'),
  )
  const { code, err } = await mza('check')
  expect(code).toBe(0)
  expect(err).toMatch(/rule\/en\.md:5:\d+ warning base-unknown: Based On\.w-1: .*found 0123456789ab/)
  expect(err).not.toContain('Based On.w-1.1')
  expect(row((await translations('status')).out)).toEqual(['behind', '1', '1', '1', '0', '0'])
})

it('mza translations mark does not bless sections of which it is not sure how they pair', async () => {
  content.write(`${DOCUMENT}/en.md`, `${content.read(`${DOCUMENT}/en.md`)}\n## More\n\nWords.\n`)
  const before = content.read(`${DOCUMENT}/en.md`)
  const { code, err } = await translations('mark', DOCUMENT)
  expect({ code, err }).toEqual({
    code: 1,
    err: expect.stringContaining('warning section-count: expected 1'),
  })
  expect(content.read(`${DOCUMENT}/en.md`)).toBe(before)
  expect((await translations('mark', DOCUMENT, 'en', '--section', 'w-1')).code).toBe(0)
  expect((await mza('check')).err).toContain('rule/en.md:1:1 warning section-count')
})
