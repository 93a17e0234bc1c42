import { useTranslations } from 'next-intl'
import { calendarHref, feedHref, twinHref } from '#features/portal/form-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface OtherFormsProps {
  readonly page: PageContext
  /** Whether the page shows a list, which is a table too. */
  readonly hasList?: boolean
  /** Address of the API that has the same data. */
  readonly json: string | null
}

/** The same page for other programs than browsers: said to them in `<head>`, and to readers below the page. */
export function OtherForms({ page, hasList = false, json }: OtherFormsProps) {
  const t = useTranslations('forms')
  const twins = [
    { form: 'md', type: 'text/markdown', href: twinHref(page, page.path, 'md', page.query) },
    ...(hasList
      ? [{ form: 'csv', type: 'text/csv', href: twinHref(page, page.path, 'csv', page.query) } as const]
      : []),
    ...(json === null ? [] : [{ form: 'json', type: 'application/json', href: json } as const]),
  ] as const
  // What one subscribes to goes on from today.
  const outlets = page.asOf.isToday
    ? ([
        { form: 'feed', href: feedHref(page) },
        { form: 'calendar', href: calendarHref(page) },
      ] as const)
    : []
  return (
    <>
      {twins.map(({ form, type, href }) => (
        <link key={form} rel="alternate" type={type} href={href} />
      ))}
      <nav aria-labelledby="other-forms" className="mt-14 border-t border-line pt-3 text-small print:hidden">
        <h2 id="other-forms" className="text-muted">
          {t('title')}
        </h2>
        <ul className="mt-1 flex flex-wrap gap-x-6">
          {[...twins, ...outlets].map(({ form, href }) => (
            <li key={form}>
              <a href={href} className="inline-block py-1">
                {t(form)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}
