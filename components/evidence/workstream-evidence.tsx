import { useTranslations } from 'next-intl'
import { Markdown } from '#components/document/markdown.tsx'
import { TaskMark } from '#components/document/task-mark.tsx'
import { CheckDetails } from '#components/evidence/check-details.tsx'
import { CheckList } from '#components/evidence/check-list.tsx'
import { VERDICT_COLOUR, VerdictMark } from '#components/evidence/verdict-mark.tsx'
import { Code } from '#components/text/code.tsx'
import { useWording } from '#components/text/wording.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import { acceptanceItemsOf } from '#features/document/acceptance-rules.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { checksByItem } from '#features/evidence/item-checks-rules.ts'
import type { MappedWorkstream } from '#features/evidence/mapping-model.ts'
import type { WorkstreamEvidence } from '#features/evidence/verdict-model.ts'
import { inLanguage } from '#features/localization/direction-rules.ts'
import { listed } from '#features/localization/join-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface WorkstreamEvidenceProps {
  readonly page: PageContext
  readonly checklist: ChecklistView
  readonly workstream: WorkstreamView
}

/** What stands next to the status: verdicts, acceptance items with their checks, and what the checks found. */
export function WorkstreamEvidenceView({ page, checklist, workstream }: WorkstreamEvidenceProps) {
  const t = useTranslations('verdict')
  const wording = useWording()
  const { mapped, findings } = workstream.evidence
  const { required } = checklist.document.evidenceMapping
  return (
    <section aria-labelledby="evidence" className="mt-10">
      <h2 id="evidence" className="text-section">
        {t('title')}
      </h2>
      {mapped ? (
        <>
          <Verdicts evidence={workstream.evidence} />
          <p className="mt-3 max-w-prose text-small text-muted">
            {t('rule', { days: mapped.freshness, environments: listed(required, wording) })}
          </p>
          <Items page={page} checklist={checklist} workstream={workstream} mapped={mapped} />
          <h3 className="mt-8 font-semibold">{t('details')}</h3>
          <div className="mt-2">
            {mapped.checks.map(check => (
              <CheckDetails
                key={check}
                page={page}
                check={check}
                findings={findings}
                freshness={mapped.freshness}
                environments={checklist.environmentOfRun}
              />
            ))}
          </div>
        </>
      ) : (
        <p className="mt-3 max-w-prose">{t('rests')}</p>
      )}
    </section>
  )
}

function Verdicts({ evidence: { verdicts } }: { evidence: WorkstreamEvidence }) {
  const t = useTranslations('verdict')
  return (
    <ul className="mt-3 grid gap-x-8 sm:grid-cols-3 print:grid-cols-3">
      {ENVIRONMENTS.map(environment => {
        const { verdict, warnings } = verdicts[environment]
        return (
          <li key={environment} className="flex items-start gap-2 border-t border-line py-2">
            <span className="mt-[0.3em]">
              <VerdictMark verdict={verdict} />
            </span>
            <span>
              <Code>{environment}</Code>{' '}
              <span className={`font-semibold ${VERDICT_COLOUR[verdict]}`}>{t(`verdict.${verdict}`)}</span>
              {warnings > 0 && (
                <span className="block text-small text-muted">{t('warnings', { count: warnings })}</span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Items(props: WorkstreamEvidenceProps & { mapped: MappedWorkstream }) {
  const { page, checklist, workstream, mapped } = props
  const t = useTranslations('verdict')
  const { document } = checklist
  const section = document.sections.find(({ number }) => number === workstream.number)
  const items = section ? acceptanceItemsOf(section) : []
  const { ofItem, ofNone } = checksByItem(mapped, items.length)
  const { findings } = workstream.evidence
  return (
    <>
      {items.length > 0 && <h3 className="mt-8 font-semibold">{t('items')}</h3>}
      <ol className="mt-2">
        {items.map((item, index) => {
          const checks = ofItem(index + 1)
          return (
            <li key={item.line} className="flex gap-3 border-t border-line py-2">
              <span className="mt-[0.2em]">
                <TaskMark met={item.met} />
              </span>
              <div className="min-w-0">
                <div className="prose max-w-prose" {...inLanguage(section?.lang ?? document.standing.lang)}>
                  <Markdown
                    nodes={item.nodes}
                    lang={section?.lang ?? document.standing.lang}
                    document={document}
                    page={page}
                    prefix={`item-${index + 1}`}
                  />
                </div>
                {checks.length > 0 ? (
                  <CheckList checks={checks} findings={findings} />
                ) : (
                  <p className="text-small text-muted">{t('itemRests')}</p>
                )}
              </div>
            </li>
          )
        })}
      </ol>
      {ofNone.length > 0 && (
        <>
          <h3 className="mt-8 font-semibold">{t('withoutItem')}</h3>
          <CheckList checks={ofNone} findings={findings} />
        </>
      )}
    </>
  )
}
