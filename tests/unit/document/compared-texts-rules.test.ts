import { describe, expect, test } from 'vitest'
import { alignSections, comparedWith, withCellsOf } from '#features/document/compared-texts-rules.ts'
import { factWords } from '#features/document/comparison-words-rules.ts'
import { factDifferences } from '#features/document/fact-difference-rules.ts'
import { wordingIn } from '#features/localization/wording.ts'
import { documentView } from '#tests/unit/api/stories.ts'

const sectionsOf = (body: string) => documentView(body).sections

const differences = (one: string, other: string) => {
  const [a] = sectionsOf(`## 1. One\n\n${one}`)
  const [b] = sectionsOf(`## 1. One\n\n${other}`)
  if (!a || !b) throw new Error('no section')
  return factDifferences([a, b])
}

const tracker = (day: string, status: string) =>
  `| # | W | O | T | S |\n|---|---|---|---|---|\n| 1 | a | CHAIN_OFFICER | 2026-03-04 | DONE |\n| 3 | c | SRE_LEAD | ${day} | ${status} |\n`

describe('facts that two texts of a section state differently', () => {
  test('are acceptance items, ticked or there in one of them alone', () => {
    expect(differences('- [x] a\n- [ ] b\n', '- [ ] ა\n- [ ] ბ\n- [x] გ\n')).toEqual([
      { kind: 'item', item: 1, sides: [true, false] },
      { kind: 'item', item: 3, sides: [null, true] },
    ])
  })

  test('are cells of the tracker, not its titles', () => {
    expect(
      differences(tracker('2026-03-10', 'TODO'), tracker('2026-03-11', 'BLOCKED').replace('| a |', '| b |')),
    ).toEqual([
      { kind: 'cell', row: 3, column: 'targetDate', sides: ['2026-03-10', '2026-03-11'] },
      { kind: 'cell', row: 3, column: 'status', sides: ['TODO', 'BLOCKED'] },
    ])
  })

  test('are days that one names more often', () => {
    expect(differences('On 2026-03-04 and 2026-03-05.', 'At 2026-03-05, 2026-03-05.')).toEqual([
      { kind: 'day', day: '2026-03-04', sides: [1, 0] },
      { kind: 'day', day: '2026-03-05', sides: [1, 2] },
    ])
  })

  test('are none where only the words differ', () => {
    expect(differences('- [x] a 2026-03-04\n', '- [x] ა 2026-03-04 ბ\n')).toEqual([])
  })

  test('are told with the language of each', async () => {
    const wording = await wordingIn('en')
    const told = [
      ...differences('- [x] a 2026-03-04\n', '- [ ] a\n'),
      ...differences(tracker('2026-03-10', 'TODO'), ''),
    ]
    expect(told.map(difference => factWords(difference, ['en', 'ka'], wording))).toEqual([
      'Acceptance item 1: English – met; Georgian – not met.',
      'Date 2026-03-04: English – named once; Georgian – not named.',
      ...['owner', 'target', 'status'].flatMap(() =>
        expect.stringMatching(/^Table row \d, .+: English – .+; Georgian – not there\.$/),
      ),
      ...['owner', 'target', 'status'].flatMap(() =>
        expect.stringMatching(/^Table row \d, .+: English – .+; Georgian – not there\.$/),
      ),
    ])
  })
})

describe('two texts', () => {
  test('stand section against section in the order of the prevailing one, with what one of them lacks', () => {
    const rows = alignSections(
      ['top', 'w-1', 'w-3'],
      [sectionsOf('Before.\n\n## 1. One\n\n## 2. Two\n'), sectionsOf('## 3. Three\n\n## 1. One\n')],
    )
    expect(rows.map(({ key, sides }) => [key, ...sides.map(side => side?.heading ?? null)])).toEqual([
      ['top', '', null],
      ['w-1', 'One', 'One'],
      ['w-2', 'Two', null],
      ['w-3', null, 'Three'],
    ])
  })

  test('of a workstream are its section, with its row of the tracker', () => {
    const compared = {
      texts: [
        { lang: 'en', title: null, top: null },
        { lang: 'ka', title: null, top: null },
      ],
      sections: alignSections(
        [],
        [
          sectionsOf(`${tracker('2026-03-10', 'TODO')}\n## 3. Three\n`),
          sectionsOf(`${tracker('2026-03-11', 'TODO')}\n## 3. Three\n`),
        ],
      ),
      locales: ['en', 'ka'],
    } as const
    expect(withCellsOf(compared, 3).sections).toMatchObject([
      { key: 'w-3', differences: [{ kind: 'cell', row: 3, column: 'targetDate' }] },
    ])
    expect(withCellsOf(compared, 1).sections).toEqual([])
  })

  test.each([
    ['ka', 'en', ['en', 'ka', 'ru'], 'ka'],
    [null, 'en', ['en', 'ka', 'ru'], 'ka'],
    [null, 'ka', ['en', 'ka', 'ru'], 'en'],
    ['ka', 'ka', ['ka', 'ru'], 'ru'],
    ['hy', 'ka', ['ka', 'ru'], 'hy'],
    [null, 'ka', ['ka'], null],
  ] as const)('asked for %s beside %s of %j: %s', (asked, shown, locales, other) => {
    expect(comparedWith(asked, shown, locales, 'ka')).toBe(other)
  })
})
