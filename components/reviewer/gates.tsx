import { useTranslations } from 'next-intl'
import { FINDING_COLOUR, FindingMark } from '#components/evidence/finding-mark.tsx'
import { GateObstacles } from '#components/reviewer/gate-obstacles.tsx'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'
import type { Gate } from '#features/reviewer/gate-model.ts'
import { isPassed } from '#features/reviewer/gate-rules.ts'

interface GatesProps {
  readonly page: PageContext
  readonly checklist: ChecklistView
  readonly gates: readonly Gate[]
}

/** What must be passed on the way to production, one after the other, with what stands in it. */
export function Gates({ page, checklist, gates }: GatesProps) {
  const t = useTranslations('reviewer')
  return (
    <section aria-labelledby="gates" className="mt-5">
      <h3 id="gates" className="font-semibold">
        {t('gates', { passed: gates.filter(isPassed).length, total: gates.length })}
      </h3>
      {gates.every(isPassed) && <p className="mt-2">{t('clear')}</p>}
      <ol className="mt-2">
        {gates.map((gate, index) => (
          <li key={gateName(gate)} className="border-t border-line py-3">
            <GateHead gate={gate} place={index + 1} />
            <GateObstacles page={page} checklist={checklist} gate={gate} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const gateName = (gate: Gate): string =>
  gate.code === 'evidence' ? `${gate.code} ${gate.environment}` : gate.code

function GateHead({ gate, place }: { gate: Gate; place: number }) {
  const t = useTranslations('reviewer')
  const finding = isPassed(gate) ? 'passed' : 'failed'
  return (
    <p className="flex flex-wrap items-start gap-x-3">
      <span className="font-semibold">
        {place}.{' '}
        {gate.code === 'evidence'
          ? t('gate.evidence', { environment: gate.environment })
          : t(`gate.${gate.code}`)}
      </span>
      <span className="inline-flex items-start gap-1.5">
        <span className="mt-[0.3em]">
          <FindingMark finding={finding} />
        </span>
        <span className={`font-semibold ${FINDING_COLOUR[finding]}`}>
          {finding === 'passed' ? t('passed') : t('open')}
        </span>
      </span>
    </p>
  )
}
