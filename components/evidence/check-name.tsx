import { useTranslations } from 'next-intl'
import { Code } from '#components/text/code.tsx'
import type { CheckCode } from '#features/evidence/check-code-model.ts'

/** A check by its name and its code. */
export function CheckName({ check }: { check: CheckCode }) {
  const t = useTranslations('verdict.check')
  return (
    <>
      {t(check)}{' '}
      <span className="font-normal text-muted">
        <Code>{check}</Code>
      </span>
    </>
  )
}
