import { useTranslations } from 'next-intl'
import { PageHead } from '#components/shell/page-head.tsx'
import type { PageContext } from '#features/portal/page-model.ts'

/** Asks for a page as of another day: a plain GET form. `target` is the page's address without the language. */
export function DayChoice({ page, target }: { page: PageContext; target: string }) {
  const t = useTranslations('notice')
  return (
    <>
      <PageHead page={page} title={t('otherDay')} description={t('chooseDay')} />
      <meta name="robots" content="noindex" />
      <h1 className="text-title">{t('otherDay')}</h1>
      <p className="mt-4 max-w-prose text-lead">{t('chooseDay')}</p>
      <form
        method="get"
        action={`/${page.locale}${target}`}
        className="mt-6 flex flex-wrap items-end gap-x-4 gap-y-3"
      >
        <label className="flex flex-col">
          {t('day')}
          <input
            type="date"
            name="asOf"
            required
            defaultValue={page.asOf.day}
            className="min-h-11 border border-muted bg-paper px-2 text-ink"
          />
        </label>
        <button
          type="submit"
          className="min-h-11 cursor-pointer border border-ink px-4 font-semibold text-ink"
        >
          {t('show')}
        </button>
      </form>
    </>
  )
}
