import { withheldFacts } from '#features/access/withheld-words-rules.ts'
import type { Withheld } from '#features/document/document-view-model.ts'
import type { Wording } from '#features/localization/wording.ts'

const WORDS = {
  document: 'library.withheld',
  section: 'withheld.sections',
  note: 'withheld.notes',
} as const satisfies Record<Withheld['kind'], string>

/** How much of what a place withholds, and who may see it. */
export const withheldCount = ({ kind, class: own, count }: Withheld, wording: Wording): string =>
  wording.t(WORDS[kind], { count, ...withheldFacts(own, wording) })
