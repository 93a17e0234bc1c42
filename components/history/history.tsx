import { useTranslations } from 'next-intl'
import { HistoryItem } from '#components/history/history-item.tsx'
import type { HistoryPage } from '#features/checklist/history-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** Every line of a workstream's ledger, the newest first, a part at a time. */
export function History({ page, history }: { page: PageContext; history: HistoryPage }) {
  const t = useTranslations('history')
  const { entries, total, newest, oldest } = history
  return (
    <section aria-labelledby="history" className="mt-10">
      <h2 id="history" className="text-section">
        {t('title')}
      </h2>
      <p className="mt-1 text-small text-muted">{t('page', { oldest, newest, total })}</p>
      <ol className="mt-4">
        {entries.map(entry => (
          <HistoryItem
            key={entry.kind === 'step' ? entry.step.line.hash : entry.steps[0].line.hash}
            entry={entry}
          />
        ))}
      </ol>
      {(oldest > 1 || newest < total) && (
        <nav aria-label={t('pages')} className="print:hidden">
          <ul className="flex flex-wrap gap-x-6">
            {newest < total && (
              <li>
                <a href={pageHref(page, `${page.path}#history`)} className="inline-block py-1">
                  {t('newer')}
                </a>
              </li>
            )}
            {oldest > 1 && (
              <li>
                <a
                  href={pageHref(page, `${page.path}?before=${oldest}#history`)}
                  className="inline-block py-1"
                >
                  {t('older')}
                </a>
              </li>
            )}
          </ul>
        </nav>
      )}
    </section>
  )
}
