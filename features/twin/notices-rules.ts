import type { DocumentHead } from '#features/document/document-view-model.ts'
import { factWith, sentence } from '#features/localization/join-rules.ts'
import { authorityWords, behindWords } from '#features/localization/standing-words-rules.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { listOf } from '#features/twin/markdown-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'

/** What every page says of itself: its address, scope, day, revision, that it is read-only and what prevails. */
export function notices({ wish, wording, portal, path, query }: TwinContext): string {
  const { t, day } = wording
  return listOf([
    t('twin.page', { address: `<${pageAddress(wish, path + query)}>` }),
    t('twin.asOf', { day: day(wish.asOf.day), iso: wish.asOf.day }),
    t('notice.scope', { scope: t(`scopes.${portal.scope}`) }),
    t('notice.revision', { revision: portal.revision }),
    t('notice.readOnlyWhole'),
    sentence(t('notice.authority'), wording),
  ])
}

/** What a text counts for, in words. */
export function standingNotes({ standing, metadata }: DocumentHead, { wording }: TwinContext): string {
  const behind = behindWords({ behind: standing.behind }, wording)
  const { t, language, day } = wording
  const { approvedBy, approvedOn } = metadata
  return listOf([
    `${sentence(authorityWords(standing.authority, wording, standing.authoritativeLocale), wording)} ${t(
      'twin.language',
      {
        language: language(standing.lang),
        code: standing.lang,
      },
    )}`,
    ...(behind === null ? [] : [sentence(factWith(t('translation.lag.whole'), behind, wording), wording)]),
    standing.approved && approvedBy && approvedOn
      ? t('document.approved', { role: approvedBy, day: day(approvedOn) })
      : t('document.notApproved'),
    ...(standing.isLaterThanAsked ? [t('document.laterText')] : []),
  ])
}
