import { useTranslations } from 'next-intl'
import { RunLink } from '#components/evidence/run-link.tsx'
import { VERDICT_COLOUR, VerdictMark } from '#components/evidence/verdict-mark.tsx'
import { Code } from '#components/text/code.tsx'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { Contradiction } from '#features/checklist/contradiction-model.ts'
import { contradictionsOf } from '#features/checklist/contradiction-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface OwnContradictionsProps {
  readonly page: PageContext
  readonly checklist: ChecklistView
  readonly workstream: WorkstreamView
}

/** What does not agree with the owner's record, each with where to look; nothing where all does. */
export function OwnContradictions({ page, checklist, workstream }: OwnContradictionsProps) {
  const t = useTranslations('own')
  const contradictions = contradictionsOf(workstream, checklist.document)
  if (contradictions.length === 0) return null
  const address = `/docs/${checklist.document.path}/${workstream.number}`
  return (
    <div className="mt-2 border-s-4 border-blocked ps-3 text-small">
      <h3 className="font-semibold">{t('contradictions')}</h3>
      <ul>
        {contradictions.map(found => (
          <li key={'environment' in found ? `${found.code} ${found.environment}` : found.code}>
            <Words page={page} found={found} address={address} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** @param props.address of the workstream's page, without the language */
function Words({ page, found, address }: { page: PageContext; found: Contradiction; address: string }) {
  const t = useTranslations()
  const lead = t(`own.contradiction.${found.code}`, {
    environment: 'environment' in found ? found.environment : '',
    unmet: 'unmet' in found ? found.unmet : 0,
    items: 'items' in found ? found.items : 0,
  })
  if (found.code === 'evidence-contradicted')
    return (
      <>
        {lead}{' '}
        {found.failed.map(({ check, source }) => (
          <span key={check} className="me-3 inline-block">
            <a href={pageHref(page, `${address}#check-${check}`)} className="inline-block py-0.5">
              {t(`verdict.check.${check}`)}
            </a>
            {source && (
              <>
                {' '}
                (<RunLink page={page} view={source.run} />)
              </>
            )}
          </span>
        ))}
      </>
    )
  if (found.code === 'unbacked')
    return (
      <>
        {lead} <Code>{found.environment}</Code>{' '}
        <span className="inline-block align-[-0.15em]">
          <VerdictMark verdict={found.gap} />
        </span>{' '}
        <a
          href={pageHref(page, `${address}#evidence`)}
          className={`inline-block py-0.5 ${VERDICT_COLOUR[found.gap]}`}
        >
          {t(`verdict.verdict.${found.gap}`)}
        </a>
      </>
    )
  return (
    <a href={pageHref(page, address)} className="inline-block py-0.5">
      {lead}
    </a>
  )
}
