import type { FactDifference } from '#features/document/fact-difference-model.ts'
import { clauses, factWith, sentence } from '#features/localization/join-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import type { Wording } from '#features/localization/wording.ts'

const COLUMNS = { ownerRole: 'owner', targetDate: 'target', status: 'status' } as const

/** What each side says of a fact. */
function saidOf(difference: FactDifference, { t }: Wording): readonly [string, string] {
  const absent = t('sideBySide.facts.absent')
  if (difference.kind === 'item') {
    const said = (met: boolean | null) => (met === null ? absent : t(`document.${met ? 'met' : 'notMet'}`))
    return [said(difference.sides[0]), said(difference.sides[1])]
  }
  if (difference.kind === 'cell') return [difference.sides[0] ?? absent, difference.sides[1] ?? absent]
  const times = (count: number) => t('sideBySide.facts.times', { count })
  return [times(difference.sides[0]), times(difference.sides[1])]
}

function nameOf(difference: FactDifference, { t }: Wording): string {
  if (difference.kind === 'item') return t('sideBySide.facts.item', { item: difference.item })
  if (difference.kind === 'day') return t('sideBySide.facts.day', { day: difference.day })
  const column = t(`readiness.table.${COLUMNS[difference.column]}`)
  return t('sideBySide.facts.cell', { row: difference.row, column })
}

/** A fact that two texts state differently, in words: what it is, and what each says. */
export function factWords(
  difference: FactDifference,
  [first, second]: readonly [TextLocale, TextLocale],
  wording: Wording,
): string {
  const [a, b] = saidOf(difference, wording)
  const { language } = wording
  const said = clauses([`${language(first)} – ${a}`, `${language(second)} – ${b}`], wording)
  return sentence(factWith(nameOf(difference, wording), said, wording), wording)
}
