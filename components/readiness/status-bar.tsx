import { useTranslations } from 'next-intl'
import { STATUS_COLOUR } from '#components/status/status-mark.tsx'
import type { Readiness } from '#features/checklist/readiness-model.ts'
import { STATUSES, type Status } from '#features/checklist/status-model.ts'

const COUNT: Record<Status, 'todo' | 'inProgress' | 'blocked' | 'done'> = {
  TODO: 'todo',
  IN_PROGRESS: 'inProgress',
  BLOCKED: 'blocked',
  DONE: 'done',
}

/** How many workstreams have which status: a bar of one cell each, and the same in words. */
export function StatusBar({ readiness }: { readiness: Readiness }) {
  const t = useTranslations()
  const shown = STATUSES.toReversed().filter(status => readiness[COUNT[status]] > 0)
  const cells = shown.flatMap(status => Array.from({ length: readiness[COUNT[status]] }, () => status))
  return (
    <div className="mt-2">
      <svg
        viewBox={`0 0 ${cells.length * 10} 5`}
        aria-hidden="true"
        className="block h-auto w-full max-w-md rtl:-scale-x-100"
      >
        {cells.map((status, index) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their place alone
            key={index}
            x={index * 10 + 0.5}
            y="0.5"
            width="9"
            height="4"
            className={STATUS_COLOUR[status]}
            fill={status === 'TODO' ? 'none' : 'currentColor'}
            stroke="currentColor"
            strokeWidth="0.5"
          />
        ))}
      </svg>
      <ul aria-label={t('readiness.counts')} className="mt-1 flex flex-wrap gap-x-4 max-sm:sr-only">
        {shown.map(status => (
          <li key={status}>
            <span className={`font-semibold ${STATUS_COLOUR[status]}`}>{readiness[COUNT[status]]}</span>{' '}
            {t(`status.${status}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}
