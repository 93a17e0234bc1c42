import type { Cell } from '#features/csv/csv-rules.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import { behindWords } from '#features/localization/standing-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'

/** By how many revisions words are behind those that prevail; in words where it is not known. */
export const behindCell = (text: AuthoredText, wording: Wording): Cell =>
  text.behind === null ? behindWords(text, wording) : (text.behind ?? 0)
