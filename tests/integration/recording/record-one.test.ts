import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainEnvironment } from '#cli/env.ts'
import { PROJECT } from '#cli/project.ts'
import { Options } from '#cli/recording/read-options.ts'
import { dayInTbilisi, fridayOf } from '#features/checklist/calendar-rules.ts'
import { Desk, FOLDER, text } from './desk.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})
afterEach(() => desk.remove())

const isUntouched = () =>
  desk.text('ka') === text('ka') &&
  desk.text('en') === text('en') &&
  !existsSync(path.join(desk.content.folder, FOLDER, 'change-log.jsonl'))

describe('mza update', () => {
  it('writes the ledger and every language’s file, and says what it wrote', async () => {
    const said = await desk.update('2', { status: 'IN_PROGRESS', as: 'LEDGER_ENGINEER' })
    expect(said).toContain('the baseline of 3 workstreams')
    expect(said).toMatch(/change of workstream 2: IN_PROGRESS, target date 2026-03-09, by LEDGER_ENGINEER/)
    expect(desk.ledger).toHaveLength(4)
    expect(JSON.parse(desk.ledger[3] ?? '')).toMatchObject({
      recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+04:00$/),
      for: fridayOf(dayInTbilisi(new Date())),
    })
    for (const locale of ['ka', 'en'])
      expect(desk.text(locale)).toBe(text(locale).replace('⚪ TODO', '🟡 IN_PROGRESS'))
    expect(readdirSync(path.join(desk.content.folder, FOLDER)).toSorted()).toEqual([
      'change-log.jsonl',
      'en.md',
      'ka.md',
    ])
  })

  it('takes the blocker note away with the blocker, and puts one into each language', async () => {
    await desk.update('3', { status: 'IN_PROGRESS', resolutionKa: 'გაიცა', as: 'SRE_LEAD' })
    expect(desk.text('ka')).not.toContain('> 🔴')
    await desk.update('3', { status: 'BLOCKED', noteKa: 'ველოდებით', noteEn: 'We wait', as: 'SRE_LEAD' })
    expect(desk.text('ka')).toContain('## 3. Section\n\n> 🔴 BLOCKED: ველოდებით\n')
    expect(desk.text('en')).toContain('## 3. Section\n\n> 🔴 BLOCKED: We wait\n')
  })

  it('shows lines and differences in a dry run, and writes nothing', async () => {
    const said = await desk.update('2', { status: 'IN_PROGRESS', as: 'LEDGER_ENGINEER', dryRun: true })
    expect(said).toMatch(/\+ \{"recordedAt":.*"workstream":2,"kind":"change"/)
    expect(said).toMatch(/ka\.md\n {2}@@ line 12\n {2}- .*TODO \|\n {2}\+ .*IN_PROGRESS \|/)
    expect(said).toContain('Nothing is written')
    expect(isUntouched()).toBe(true)
  })

  it('refuses what a rule forbids, naming rule, line and mend, and changes no byte', async () => {
    const said = await desk.update('2', { status: 'DONE', as: 'LEDGER_ENGINEER' })
    expect(said).toMatch(
      /change-log\.jsonl:4:1 error status-transition: expected IN_PROGRESS after TODO, found DONE/,
    )
    expect(said).toContain('mend: Record each step')
    expect(said).toContain('no file is written')
    expect(isUntouched()).toBe(true)
  })

  it('lists every value that is wrong, with its option', async () => {
    const said = await desk.printed(async () => {
      new Options({
        status: 'DOING',
        target: '2026-02-30',
        noteKa: '\u202E',
        as: 'KING',
        for: '2026-03-05',
        expect: 'x',
      }).recording('0')
    })
    for (const option of ['<n>', '--status', '--target', '--note-ka', '--as', '--for', '--expect'])
      expect(said).toMatch(new RegExp(`${option}: expected .*, found `))
    expect(said).toContain('the Friday of its week is 2026-03-06')
  })
})

describe('who records', () => {
  const hold = (...roles: string[]) =>
    desk.content.write('roles.yaml', `roles:\n  Owner@example.org: [${roles.join(', ')}]\n`)
  beforeEach(() => {
    desk.content.git('init', '-q')
    desk.content.git('config', 'user.email', 'owner@example.org')
  })

  it('is the role that the git e-mail address holds, where that is unambiguous', async () => {
    hold('LEDGER_ENGINEER', 'REVIEWER')
    expect(await desk.confirm('2', {})).toContain('by LEDGER_ENGINEER')
  })

  it('is, of several, the owner of the workstream', async () => {
    hold('SRE_LEAD', 'LEDGER_ENGINEER')
    expect(await desk.confirm('3', {})).toContain('by SRE_LEAD')
    expect(await desk.confirm('1', {})).toContain(
      'owner@example.org holds SRE_LEAD, LEDGER_ENGINEER in roles.yaml',
    )
  })

  it('is judged by the owner of the time: a new owner leaves older lines valid', async () => {
    await desk.confirm('2', { as: 'LEDGER_ENGINEER' })
    desk.content.commit('2026-03-06T10:00:00Z')
    for (const locale of ['ka', 'en'])
      desk.content.write(`${FOLDER}/${locale}.md`, desk.text(locale).replace('LEDGER_ENGINEER', 'SRE_LEAD'))
    expect(await desk.confirm('2', { as: 'LEDGER_ENGINEER' })).toContain('recorder-not-owner')
    expect(await desk.confirm('2', { as: 'SRE_LEAD' })).toContain('by SRE_LEAD')
  })

  it('has to be said else', async () => {
    const said = await desk.confirm('2', {})
    expect(said).toContain('owner@example.org holds no owner role in roles.yaml')
    expect(said).toContain('--as LEDGER_ENGINEER')
    expect(isUntouched()).toBe(true)
  })
})

describe('--expect', () => {
  const hashIn = (said: string) => /with --expect ([0-9a-f]{12})$/m.exec(said)?.[1]

  it('lets a command write on the files that were looked at, and on no others', async () => {
    const as = 'LEDGER_ENGINEER'
    const refused = await desk.update('2', { status: 'IN_PROGRESS', as, expect: '0123456789ab' })
    expect(refused).toContain('no commit has it')
    expect(isUntouched()).toBe(true)
    const looked = hashIn(refused)
    expect(await desk.update('2', { status: 'IN_PROGRESS', as, expect: looked })).toContain('Recorded:')
    expect(await desk.update('2', { status: 'DONE', as, expect: looked })).toContain('has changed since')
  })

  it('shows the version looked at, the present one and what would have been written', async () => {
    desk.content.git('init', '-q')
    desk.content.commit('2026-03-05T10:00:00Z')
    const as = 'LEDGER_ENGINEER'
    const seen = hashIn(await desk.confirm('2', { as, expect: '0123456789ab' }))
    await desk.update('2', { status: 'IN_PROGRESS', target: '2026-03-08', as })
    desk.content.commit('2026-03-06T10:00:00Z')
    const said = await desk.update('2', { status: 'DONE', as, expect: seen })
    expect(said).toMatch(
      new RegExp(
        `What you looked at, ${seen} \\(commit [0-9a-f]{12} of 2026-03-05T10:00:00.*\\):\n +workstream 2: TODO, target date 2026-03-09\n`,
      ),
    )
    expect(said).toMatch(
      /now, [0-9a-f]{12}:\n +workstream 2: IN_PROGRESS, target date 2026-03-08\n +change by LEDGER_ENGINEER/,
    )
    expect(said).toMatch(/would have written:\n +\{"recordedAt":.*"status":"DONE"/)
  })
})

describe('the document recorded in', () => {
  it('is the first checklist by the order of the categories, unless another is named', async () => {
    desk.content.write('80_chain/another/en.md', text('en').replace('TEST-CHECKLIST', 'OTHER'))
    await desk.confirm('2', { as: 'LEDGER_ENGINEER' })
    expect(desk.content.read('80_chain/another/change-log.jsonl')).toContain('confirm')
    await desk.confirm('2', { as: 'LEDGER_ENGINEER', document: FOLDER })
    expect(desk.ledger).toHaveLength(4)
    expect(await desk.confirm('2', { document: '80_chain/none' })).toContain(
      'Give one of: 80_chain/another, 80_chain/example',
    )
  })

  it('is not guessed while another document cannot be read', async () => {
    desk.content.write('80_chain/broken/en.md', text('en').replace('DONE', 'FINISHED'))
    expect(await desk.confirm('2', { as: 'LEDGER_ENGINEER' })).toContain('name the checklist with --document')
  })
})

describe('the program', () => {
  const mza = (...args: string[]) =>
    execFileSync(process.execPath, ['cli/mza.ts', ...args], {
      cwd: PROJECT,
      env: { ...plainEnvironment(), MZA_CONTENT: desk.content.folder },
      stdio: 'pipe',
    }).toString()

  it('takes every option of an update', () => {
    const options = [
      '--status',
      'IN_PROGRESS',
      '--target',
      '2026-03-08',
      '--as',
      'LEDGER_ENGINEER',
      '--dry-run',
    ]
    const words = ['--note-en', 'a', '--note-ka', 'ბ', '--reason-en', 'c', '--reason-ka', 'დ']
    const said = mza('update', '2', ...options, ...words, '--resolution-en', 'e', '--resolution-ka', 'ვ')
    expect(said).toContain(
      '"note":{"ka":"ბ","en":"a"},"reason":{"ka":"დ","en":"c"},"resolution":{"ka":"ვ","en":"e"}',
    )
    expect(isUntouched()).toBe(true)
  })

  it('ends with 1 where nothing is recorded, and asks nothing without a terminal', () => {
    expect(() => mza('confirm', '2', '--as', 'SRE_LEAD')).toThrow(/recorder-not-owner/)
    expect(() => mza('friday')).toThrow(/mza update <n> or mza confirm <n>/)
  })
})
