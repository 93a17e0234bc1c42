import { useTranslations } from 'next-intl'
import { VERDICT_COLOUR, VerdictMark } from '#components/evidence/verdict-mark.tsx'
import { Code } from '#components/text/code.tsx'
import { useWording } from '#components/text/wording.ts'
import { WorkstreamTitle } from '#components/workstream/workstream-title.tsx'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { unbackedIn } from '#features/checklist/unbacked-rules.ts'
import { listed } from '#features/localization/join-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** "DONE, but …": what evidence does not bear out of what owners recorded as done. */
export function Unbacked({ page, checklist }: { page: PageContext; checklist: ChecklistView }) {
  const t = useTranslations('verdict')
  const wording = useWording()
  const unbacked = unbackedIn(checklist)
  if (unbacked.length === 0) return null
  return (
    <section aria-labelledby="unbacked">
      <h2 id="unbacked" className="text-section">
        {t('unbacked.title')}
      </h2>
      <p className="mt-1 max-w-prose text-small text-muted">
        {t('unbacked.lead', { environments: listed(checklist.document.evidenceMapping.required, wording) })}
      </p>
      <ul className="mt-3 grid gap-x-10 md:grid-cols-2 print:grid-cols-2">
        {unbacked.map(({ workstream, gaps }) => (
          <li key={workstream.number} className="break-inside-avoid border-t border-line py-2">
            <p className="font-semibold">
              <WorkstreamTitle page={page} checklist={checklist} workstream={workstream} />
            </p>
            <p className="text-small">
              <Code>{workstream.status}</Code>
              {gaps.map(({ environment, gap }) => (
                <span key={environment}>
                  {' · '}
                  <Code>{environment}</Code>{' '}
                  <span className="inline-block align-[-0.15em]">
                    <VerdictMark verdict={gap} />
                  </span>{' '}
                  <span className={`font-semibold ${VERDICT_COLOUR[gap]}`}>{t(`verdict.${gap}`)}</span>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
