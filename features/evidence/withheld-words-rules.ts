import { withheldFacts } from '#features/access/withheld-words-rules.ts'
import type { WithheldEvidence } from '#features/evidence/withheld-evidence-rules.ts'
import type { Wording } from '#features/localization/wording.ts'

/** What is withheld, in a sentence: how many, their class, and who sees them. */
export const withheldWords = ({ what, count, class: own }: WithheldEvidence, wording: Wording): string =>
  wording.t(`evidenceWithheld.${what}`, { count, ...withheldFacts(own, wording) })
