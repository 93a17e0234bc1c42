import { useTranslations } from 'next-intl'
import { ChoiceForm, Select } from '#components/evidence/choice.tsx'
import { nameOf } from '#components/text/language-name.ts'
import { STATUSES } from '#features/checklist/status-model.ts'
import type { Category } from '#features/document/document-view-model.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'
import type { SearchWish } from '#features/search/search-model.ts'
import { searchQuery } from '#features/search/search-wish-rules.ts'

interface SearchFormProps {
  readonly page: PageContext
  readonly wish: SearchWish
  readonly categories: readonly Category[]
}

/** What is looked for, and where: a plain GET form. */
export function SearchForm({ page, wish, categories }: SearchFormProps) {
  const t = useTranslations()
  const { text, category, status, language } = wish
  const unfiltered: SearchWish = { text, category: null, status: null, language: null, page: 1 }
  const isFiltered = category !== null || status !== null || language !== null
  const any = t('evidence.filter.any')
  return (
    <search>
      <ChoiceForm page={page} path="/search" submit={t('search.submit')}>
        <label className="flex w-full flex-col">
          {t('search.label')}
          <input
            type="search"
            name="q"
            dir="auto"
            defaultValue={text}
            autoComplete="off"
            className="min-h-11 w-full max-w-xl border border-muted bg-paper px-2 text-base text-ink"
          />
        </label>
        <Select
          name="category"
          label={t('csv.category')}
          any={any}
          options={categories.map(({ code, title }) => ({ value: code, text: title[page.locale] ?? code }))}
          chosen={category}
        />
        <Select
          name="status"
          label={t('csv.status')}
          any={any}
          options={STATUSES.map(value => ({ value, text: `${t(`status.${value}`)} (${value})` }))}
          chosen={status}
        />
        <Select
          name="language"
          label={t('csv.lang')}
          any={any}
          options={TEXT_LOCALES.map(value => ({ value, text: nameOf(value, page.locale) }))}
          chosen={language}
        />
        {isFiltered && (
          <a href={pageHref(page, `/search${searchQuery(unfiltered)}`)} className="inline-block py-2">
            {t('evidence.filter.clear')}
          </a>
        )}
      </ChoiceForm>
    </search>
  )
}
