import { useTranslations } from 'next-intl'
import { ChoiceForm } from '#components/evidence/choice.tsx'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** Runs offered to choose from; any other is named in the address. */
const OFFERED = 100

interface CompareFormProps {
  readonly page: PageContext
  /** The newest first. */
  readonly runs: readonly RunView[]
  readonly chosen: { readonly a: string; readonly b: string }
}

/** Asks for two sides to compare: environments or runs. A plain GET form. */
export function CompareForm({ page, runs, chosen }: CompareFormProps) {
  const t = useTranslations('evidence.compare')
  const offered = runs.slice(0, OFFERED)
  return (
    <ChoiceForm page={page} path="/evidence/compare" submit={t('show')}>
      {(['a', 'b'] as const).map(side => (
        <label key={side} className="flex max-w-full flex-col">
          {t(side)}
          <select
            name={side}
            defaultValue={chosen[side]}
            className="min-h-11 max-w-full border border-muted bg-paper px-2 text-ink"
          >
            <optgroup label={t('environments')}>
              {ENVIRONMENTS.map(environment => (
                <option key={environment}>{environment}</option>
              ))}
            </optgroup>
            <optgroup label={t('runs')}>
              {offered.map(({ environment, run }) => (
                <option key={run.runId}>{`${environment}/${run.runId}`}</option>
              ))}
            </optgroup>
          </select>
        </label>
      ))}
    </ChoiceForm>
  )
}
