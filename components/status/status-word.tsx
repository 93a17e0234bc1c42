import { useTranslations } from 'next-intl'
import { STATUS_COLOUR, StatusMark } from '#components/status/status-mark.tsx'
import { Code } from '#components/text/code.tsx'
import type { Status } from '#features/checklist/status-model.ts'

/** A status by shape, word and code. */
export function StatusWord({ status }: { status: Status }) {
  const t = useTranslations('status')
  return (
    <span className="inline-flex items-start gap-2">
      <span className="mt-[0.3em]">
        <StatusMark status={status} />
      </span>
      <span>
        <span className={`font-semibold ${STATUS_COLOUR[status]}`}>{t(status)}</span>{' '}
        <span className="text-muted">
          <Code>{status}</Code>
        </span>
      </span>
    </span>
  )
}
