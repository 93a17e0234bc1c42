import { withheldWords } from '#features/access/withheld-words-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'
import type { Wording } from '#features/localization/wording.ts'

export interface NamedText {
  /** Ends with its colon. */
  readonly name: string
  readonly text: AuthoredText
}

/** The words that a line of the ledger gives: blocker or note, reason, resolution. */
export function textsOf(line: RecordedLine, { t, locale }: Wording): NamedText[] {
  const texts = [
    [line.status === 'BLOCKED' ? 'blocker' : 'note', line.note],
    ['reason', line.reason],
    ['resolution', line.resolution],
  ] as const
  return texts.flatMap(([name, given]) => {
    const text = localizedText(given ?? null, locale)
    return text ? [{ name: t(`history.${name}`), text }] : []
  })
}

/** That the line has words which the reader may not see; nothing where it has none. */
export const withheldTexts = ({ withheld }: Pick<RecordedLine, 'withheld'>, wording: Wording): string[] =>
  withheld ? [withheldWords('line', withheld.class, wording)] : []
