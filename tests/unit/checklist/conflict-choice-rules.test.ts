import { describe, expect, it } from 'vitest'
import { chooseSides } from '#features/checklist/conflict-choice-rules.ts'

const HEAD = '| # | Workstream | Owner | Target Date | Status |\n|---|---|---|---|---|\n'
const ROW = (number: number, rest: string) => `| ${number} | Title ${number} | SRE_LEAD | ${rest} |\n`
const conflict = (ours: string, theirs: string, base?: string) =>
  `<<<<<<< HEAD\n${ours}${base === undefined ? '' : `||||||| 1a2b3c4\n${base}`}=======\n${theirs}>>>>>>> other\n`

const choose = (source: string) => {
  const { chosen, diagnostics } = chooseSides('en.md', source)
  return { ...chosen, wrong: diagnostics.map(({ line, code }) => `${line} ${code}`) }
}

const [TODO, DONE] = ['2026-03-10 | ⚪ TODO', '2026-03-12 | 🟢 DONE']
const NOTE = '> 🔴 BLOCKED: no key\n'
const section = (words: string) => `\n## 1. First\n\n${words}\nWords of the section.\n`

describe('a conflict', () => {
  it.each([
    ['merge', undefined],
    ['diff3', ROW(1, TODO) + ROW(2, TODO)],
  ])('in rows of the table is taken out, in the style %s', (_, base) => {
    const rows = conflict(ROW(1, DONE) + ROW(2, TODO), ROW(1, TODO) + ROW(2, DONE), base)
    expect(choose(`${HEAD}${rows}${ROW(3, TODO)}`)).toMatchObject({
      source: `${HEAD}${ROW(1, DONE)}${ROW(2, TODO)}${ROW(3, TODO)}`,
      wrong: [],
    })
  })

  it('around a blocker note is taken out, and the side that has one is kept', () => {
    const table = HEAD + ROW(1, TODO)
    const { source, contested, wrong } = choose(`${table}${section(conflict('', `${NOTE}\n`))}`)
    expect(wrong).toEqual([])
    expect(source).toBe(`${table}${section(`${NOTE}\n`)}`)
    expect([...(contested ?? [])]).toEqual([[1, { line: 7, isDifferent: false }]])
  })

  it('between two notes is remembered as one of different words', () => {
    const other = '> 🔴 BLOCKED: no access\n> at all\n'
    const { contested } = choose(`${HEAD}${ROW(1, TODO)}${section(conflict(NOTE, other))}`)
    expect(contested?.get(1)?.isDifferent).toBe(true)
  })

  it('into which git has drawn lines that both sides have is taken out all the same', () => {
    const drawn = (status: string, note: string) => `${ROW(1, status)}\n## 1. First\n\n${note}`
    const source = `${HEAD}${conflict(drawn(DONE, ''), drawn(TODO, NOTE))}\nWords.\n`
    expect(choose(source)).toMatchObject({
      source: `${HEAD}${drawn(TODO, NOTE)}\nWords.\n`,
      wrong: [],
    })
  })

  it('keeps line ends and every byte around it', () => {
    const source = `\uFEFF${HEAD}${conflict(ROW(1, DONE), ROW(1, TODO))}\ne\u0301`.replaceAll('\n', '\r\n')
    expect(choose(source).source).toBe(`\uFEFF${HEAD}${ROW(1, DONE)}\ne\u0301`.replaceAll('\n', '\r\n'))
  })

  it.each([
    [
      'in other words',
      `${HEAD}${ROW(1, TODO)}\n${conflict('Words\n', 'Other words\n')}`,
      '5 conflict-elsewhere',
    ],
    [
      'in words and a row',
      `${HEAD}${conflict(`${ROW(1, TODO)}\nWords\n`, `${ROW(1, DONE)}\nOther\n`)}`,
      '3 conflict-elsewhere',
    ],
    [
      'about a title',
      `${HEAD}${conflict(ROW(1, TODO), ROW(1, TODO).replace('Title', 'Name'))}`,
      '3 conflict-elsewhere',
    ],
    [
      'about which rows there are',
      `${HEAD}${ROW(1, TODO)}${conflict(ROW(2, TODO), ROW(3, TODO))}`,
      '4 conflict-elsewhere',
    ],
    ['that was half mended', `${HEAD}${ROW(1, TODO)}\n>>>>>>> other\n`, '5 conflict-elsewhere'],
    ['that never ends', `${HEAD}<<<<<<< HEAD\n${ROW(1, TODO)}`, '3 conflict-elsewhere'],
  ])('%s is refused at its line', (_, source, wrong) => {
    expect(choose(source)).toEqual({ wrong: [wrong] })
  })

  it('is not seen where there is none', () => {
    const source = `${HEAD}${ROW(1, TODO)}\nHeading\n=======\n\n<<<<<<<< eight\n`
    expect(choose(source)).toMatchObject({ source, wrong: [] })
  })
})
