import { useTranslations } from 'next-intl'
import { Code } from '#components/text/code.tsx'
import type { Shortfall } from '#features/checklist/friday-grid-model.ts'

/** Missed and late reports by role, in the weeks of the page. */
export function ShortfallList({ shortfalls }: { shortfalls: readonly Shortfall[] }) {
  const t = useTranslations()
  if (shortfalls.length === 0) return <p className="mt-3">{t('friday.noShortfall')}</p>
  return (
    <dl className="mt-3 max-w-3xl border-b border-line">
      {shortfalls.map(({ ownerRole, ...counts }) => (
        <div
          key={ownerRole}
          className="grid grid-cols-2 gap-x-4 break-inside-avoid border-t border-line py-2 sm:grid-cols-[1fr_12rem_12rem] print:grid-cols-[1fr_12rem_12rem]"
        >
          <dt className="col-span-2 font-semibold sm:col-span-1 print:col-span-1">
            <Code>{ownerRole}</Code>
          </dt>
          {(['missed', 'late'] as const).map(state => (
            <dd key={state}>
              {t('friday.count', { state: t(`workstream.fridayState.${state}`), count: counts[state] })}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
