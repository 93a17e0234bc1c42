import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import { named } from '#features/localization/join-rules.ts'
import type { Phrase } from '#features/localization/phrase-rules.ts'
import type { Wording } from '#features/localization/wording.ts'

/** Stands for the title, which keeps its own language, while the mark after it is put there. */
const TITLE = '\uFFFC'

/** A workstream by number and title, and what is said of it. */
export function titleOf(
  { number, title }: Pick<WorkstreamView, 'number' | 'title'>,
  words: string,
  wording: Wording,
): Phrase {
  const [before = '', after = ''] = named(TITLE, wording).split(TITLE)
  return [`${number}. ${before}`, title, `${after} ${words}`]
}
