import type { DocumentHead } from '#features/document/document-view-model.ts'
import { authorityWords } from '#features/localization/standing-words-rules.ts'
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
    `${t('notice.authority')}.`,
  ])
}

/** What a text counts for, in words. */
export function standingNotes({ standing, metadata }: DocumentHead, { wording }: TwinContext): string {
  const { t, language, day } = wording
  const { approvedBy, approvedOn } = metadata
  return listOf([
    `${authorityWords(standing.authority, wording, standing.authoritativeLocale)}. ${t('twin.language', {
      language: language(standing.lang),
      code: standing.lang,
    })}`,
    standing.approved && approvedBy && approvedOn
      ? t('document.approved', { role: approvedBy, day: day(approvedOn) })
      : t('document.notApproved'),
    ...(standing.isLaterThanAsked ? [t('document.laterText')] : []),
  ])
}
