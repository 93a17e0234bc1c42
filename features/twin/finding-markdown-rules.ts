import type { Finding } from '#features/evidence/finding-model.ts'
import type { Wording } from '#features/localization/wording.ts'
import { code } from '#features/twin/markdown-rules.ts'

/** A finding by word and code. */
export const findingWords = (finding: Finding, { t }: Wording): string =>
  `${t(`verdict.finding.${finding}`)} ${code(finding)}`
