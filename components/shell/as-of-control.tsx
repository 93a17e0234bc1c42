import { useTranslations } from 'next-intl'
import type { PageContext } from '#features/portal/page-model.ts'

/** Asks for the same page as of another day: a plain GET form. */
export function AsOfControl({ page }: { page: PageContext }) {
  const t = useTranslations('notice')
  return (
    <details className="mt-1 print:hidden">
      <summary className="inline-block cursor-pointer py-1 text-accent underline underline-offset-4">
        {t('otherDay')}
      </summary>
      <form
        method="get"
        action={`/${page.locale}${page.path}`}
        className="flex flex-wrap items-end gap-3 py-2"
      >
        <label className="flex flex-col">
          {t('day')}
          <input
            type="date"
            name="asOf"
            required
            defaultValue={page.asOf.day}
            className="min-h-10 border border-muted bg-paper px-2 text-ink"
          />
        </label>
        <button
          type="submit"
          className="min-h-10 cursor-pointer border border-ink px-4 font-semibold text-ink"
        >
          {t('show')}
        </button>
      </form>
    </details>
  )
}
