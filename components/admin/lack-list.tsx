import { useTranslations } from 'next-intl'
import { LackWords } from '#components/admin/lack-words.tsx'
import { Authored } from '#components/text/authored.tsx'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'
import type { LackCount } from '#features/upkeep/upkeep-model.ts'

interface LackListProps {
  readonly page: PageContext
  readonly counted: LackCount
}

/** How many documents lack one thing, and the first of them. */
export function LackList({ page, counted: { lack, count, first } }: LackListProps) {
  const t = useTranslations('admin')
  return (
    <section aria-labelledby={`lack-${lack}`} className="break-inside-avoid border-t border-line py-3">
      <h3 id={`lack-${lack}`} className="font-semibold">
        {t(`tasks.${lack}`)}
      </h3>
      <p className="text-small text-muted">{count === 0 ? t('nothing') : t('count', { count })}</p>
      <ul className="text-small">
        {first.map(each => (
          <li key={each.document.path} className="mt-1">
            <a href={pageHref(page, `/docs/${each.document.path}`)} className="inline-block py-0.5">
              <Authored text={each.document.title} locale={page.locale} />
            </a>
            <LackWords page={page} lack={lack} of={each} />
          </li>
        ))}
      </ul>
      {count > first.length && (
        <p className="text-small text-muted">{t('more', { count: count - first.length })}</p>
      )}
    </section>
  )
}
