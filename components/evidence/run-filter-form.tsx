import { useTranslations } from 'next-intl'
import { ChoiceForm, Select } from '#components/evidence/choice.tsx'
import { CHECK_CODES } from '#features/evidence/check-code-model.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { FINDINGS } from '#features/evidence/finding-model.ts'
import { RUN_FILTERS, type RunFilter } from '#features/evidence/run-filter-model.ts'
import { KINDS } from '#features/evidence/run-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** Chooses among runs: a plain GET form, folded away unless something has been chosen. */
export function RunFilterForm({ page, filter }: { page: PageContext; filter: RunFilter }) {
  const t = useTranslations()
  const isChosen = RUN_FILTERS.some(name => filter[name] !== null)
  const options = {
    environment: ENVIRONMENTS.map(value => ({ value, text: value })),
    kind: KINDS.map(value => ({ value, text: value })),
    check: CHECK_CODES.map(value => ({ value, text: t(`verdict.check.${value}`) })),
    finding: FINDINGS.map(value => ({ value, text: t(`verdict.finding.${value}`) })),
  }
  return (
    <details open={isChosen} className="mt-2 print:hidden">
      <summary className="w-fit cursor-pointer py-1">{t('evidence.filter.runs')}</summary>
      <ChoiceForm page={page} path="/evidence" submit={t('notice.show')}>
        {RUN_FILTERS.map(name => (
          <Select
            key={name}
            name={name}
            label={t(`evidence.${name}`)}
            any={t('evidence.filter.any')}
            options={options[name]}
            chosen={filter[name]}
          />
        ))}
        {isChosen && (
          <a href={pageHref(page, '/evidence')} className="inline-block py-2">
            {t('evidence.filter.clear')}
          </a>
        )}
      </ChoiceForm>
    </details>
  )
}
