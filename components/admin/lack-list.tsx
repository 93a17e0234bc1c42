import { useTranslations } from 'next-intl'
import { LackWords } from '#components/admin/lack-words.tsx'
import { Authored } from '#components/text/authored.tsx'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'
import type { Lack, Neglected } from '#features/upkeep/upkeep-model.ts'
import { lacking } from '#features/upkeep/upkeep-rules.ts'

/** Documents that the first page names of each lack. */
const NAMED = 3

interface LackListProps {
  readonly page: PageContext
  readonly lack: Lack
  readonly neglected: readonly Neglected[]
}

/** How many documents lack one thing, and the first of them. */
export function LackList({ page, lack, neglected }: LackListProps) {
  const t = useTranslations('admin')
  const all = lacking(neglected, lack)
  return (
    <section aria-labelledby={`lack-${lack}`} className="break-inside-avoid border-t border-line py-3">
      <h3 id={`lack-${lack}`} className="font-semibold">
        {t(`tasks.${lack}`)}
      </h3>
      <p className="text-small text-muted">
        {all.length === 0 ? t('nothing') : t('count', { count: all.length })}
      </p>
      <ul className="text-small">
        {all.slice(0, NAMED).map(each => (
          <li key={each.document.path} className="mt-1">
            <a href={pageHref(page, `/docs/${each.document.path}`)} className="inline-block py-0.5">
              <Authored text={each.document.title} locale={page.locale} />
            </a>
            <LackWords page={page} lack={lack} of={each} />
          </li>
        ))}
      </ul>
      {all.length > NAMED && (
        <p className="text-small text-muted">{t('more', { count: all.length - NAMED })}</p>
      )}
    </section>
  )
}
