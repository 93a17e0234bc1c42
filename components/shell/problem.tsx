import { useTranslations } from 'next-intl'
import { Shell } from '#components/shell/shell.tsx'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'
import { STATUS_META } from '#features/portal/page-status-model.ts'

/** Why a page cannot be shown, and the status the gate answers with. */
const PROBLEMS = {
  'not-found': { status: 404, words: 'notFound' },
  'no-record-yet': { status: 404, words: 'noRecordYet' },
  'as-of-malformed': { status: 400, words: 'asOfMalformed' },
  'as-of-future': { status: 400, words: 'asOfFuture' },
  'span-malformed': { status: 400, words: 'spanMalformed' },
  'span-future': { status: 400, words: 'spanFuture' },
  'span-reversed': { status: 400, words: 'spanReversed' },
  'before-malformed': { status: 400, words: 'beforeMalformed' },
  'filter-malformed': { status: 400, words: 'filterMalformed' },
  'query-too-long': { status: 400, words: 'queryTooLong' },
  unavailable: { status: 503, words: 'unavailable' },
} as const

export type PageProblem = keyof typeof PROBLEMS

export function Problem({ page, problem }: { page: PageContext; problem: PageProblem }) {
  const t = useTranslations('problem')
  const site = useTranslations('site')
  const { status, words } = PROBLEMS[problem]
  // What is not there is there in no other language and on no other day. It may be there for who signs in.
  return (
    <Shell page={problem === 'not-found' ? { ...page, path: '', back: page.address, isNowhere: true } : page}>
      <title>{site('title', { page: t(`${words}.title`) })}</title>
      <meta name="robots" content="noindex" />
      {/* React puts it into <head>; the gate reads it and takes it out: a page cannot set its status otherwise. */}
      <meta name={STATUS_META} content={String(status)} />
      <p className="text-small text-muted">{status}</p>
      <h1 className="mt-1 text-title">{t(`${words}.title`)}</h1>
      <p className="mt-4 max-w-prose text-lead">{t(`${words}.body`)}</p>
      <ul className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        {problem === 'unavailable' ? (
          <li>
            {/* biome-ignore lint/a11y/useValidAnchor: the empty address is this very one, its query included (RFC 3986, 4.4) */}
            <a href="">{t('retry')}</a>
          </li>
        ) : (
          <>
            {problem.startsWith('span-') && (
              <li>
                <a href={pageHref(page, '/changes')}>{t('changes')}</a>
              </li>
            )}
            {problem === 'filter-malformed' && (
              <li>
                <a href={pageHref(page, '/evidence')}>{t('evidence')}</a>
              </li>
            )}
            <li>
              <a href={pageHref(page, '')}>{t('home')}</a>
            </li>
            <li>
              <a href={pageHref(page, '/docs')}>{t('library')}</a>
            </li>
          </>
        )}
      </ul>
    </Shell>
  )
}
