import type { Withheld } from '#features/document/document-view-model.ts'
import { withheldCount } from '#features/document/withheld-count-rules.ts'
import { factWith } from '#features/localization/join-rules.ts'
import { code, listOf } from '#features/twin/markdown-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'

/** Where a list leaves out what the reader's scope does not see: a lead and a list; nothing where it leaves out nothing. */
export const withheldPlaces = (
  lead: string,
  withheld: readonly Withheld[],
  { wording }: TwinContext,
): string[] =>
  withheld.length === 0
    ? []
    : [
        lead,
        listOf(withheld.map(entry => factWith(code(entry.place), withheldCount(entry, wording), wording))),
      ]
