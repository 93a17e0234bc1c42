import { useTranslations } from 'next-intl'
import { ChainDrawing } from '#components/evidence/chain-drawing.tsx'
import { ChainTable } from '#components/evidence/chain-table.tsx'
import { useWording } from '#components/text/wording.ts'
import type { IntentChain } from '#features/evidence/shown-records-model.ts'
import { listed } from '#features/localization/join-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** What became of one intent, drawn and in words. */
export function ChainSection({ page, chain }: { page: PageContext; chain: IntentChain }) {
  const t = useTranslations('evidence.chain')
  const wording = useWording()
  const { steps, unreached, intent, views, bound } = chain
  const [, ...others] = views
  return (
    <section aria-labelledby="chain" className="mt-8">
      <h3 id="chain" className="font-semibold wrap-anywhere">
        {t('title', { intent })}
      </h3>
      <p className="mt-1 max-w-prose text-small text-muted">{t('caption')}</p>
      {others.length > 0 && (
        <p className="max-w-prose text-small text-muted">
          {t('runs', {
            runs: listed(
              others.map(({ run }) => run.runId),
              wording,
            ),
          })}
        </p>
      )}
      {bound !== null && (
        <p className="max-w-prose text-small text-muted">{t('bounded', { count: bound })}</p>
      )}
      <ChainDrawing steps={steps} />
      {unreached.length > 0 && (
        <p className="mt-2 max-w-prose border-s-4 border-blocked ps-3">
          {t('unreached', { topics: listed(unreached, wording) })}
        </p>
      )}
      <div className="mt-4">
        <ChainTable page={page} views={views} steps={steps} />
      </div>
    </section>
  )
}
