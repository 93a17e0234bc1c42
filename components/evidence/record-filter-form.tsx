import { useTranslations } from 'next-intl'
import { ChoiceForm, Field, Select } from '#components/evidence/choice.tsx'
import { runPath } from '#features/evidence/evidence-address-rules.ts'
import type { Lane } from '#features/evidence/lane-rules.ts'
import type { RecordFilter } from '#features/evidence/record-filter-model.ts'
import { BOUNDARIES } from '#features/evidence/record-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface RecordFilterFormProps {
  readonly page: PageContext
  readonly view: RunView
  readonly lanes: readonly Lane[]
  readonly filter: RecordFilter
}

/** Chooses among the records of a run: a plain GET form. */
export function RecordFilterForm({ page, view, lanes, filter }: RecordFilterFormProps) {
  const t = useTranslations('evidence')
  const notice = useTranslations('notice')
  const isChosen = Object.values(filter).some(value => value !== null)
  const topics = [...new Set(lanes.map(({ topic }) => topic))]
  const boundaries = BOUNDARIES.filter(boundary => lanes.some(lane => lane.boundary === boundary))
  return (
    <details open={isChosen} className="mt-2 print:hidden">
      <summary className="w-fit cursor-pointer py-1">{t('filter.records')}</summary>
      <ChoiceForm page={page} path={runPath(view.environment, view.run.runId)} submit={notice('show')}>
        <Select
          name="boundary"
          label={t('boundary')}
          any={t('filter.any')}
          options={boundaries.map(value => ({ value, text: t(`boundaries.${value}`) }))}
          chosen={filter.boundary}
        />
        <Select
          name="topic"
          label={t('records.topic')}
          any={t('filter.any')}
          options={topics.map(value => ({ value, text: value }))}
          chosen={filter.topic}
        />
        <Field
          name="partition"
          label={t('records.partition')}
          given={filter.partition === null ? null : String(filter.partition)}
          isNumber
        />
        <Field name="intent" label={t('records.intent')} given={filter.intent} />
        <Field name="event" label={t('records.event')} given={filter.event} />
        {isChosen && (
          <a
            href={pageHref(page, `${runPath(view.environment, view.run.runId)}#records`)}
            className="inline-block py-2"
          >
            {t('filter.clear')}
          </a>
        )}
      </ChoiceForm>
    </details>
  )
}
