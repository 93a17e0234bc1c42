import { useTranslations } from 'next-intl'
import { FindingWords } from '#components/evidence/finding-words.tsx'
import { Code } from '#components/text/code.tsx'
import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { HeldFinding } from '#features/evidence/verdict-model.ts'

const sameWords = ({ finding, isStale }: HeldFinding): string => `${finding} ${isStale}`

/** Checks with what each found in every environment, leading to the details further down. */
export function CheckList(props: { checks: readonly CheckCode[]; findings: readonly HeldFinding[] }) {
  const t = useTranslations('verdict')
  return (
    <ul className="mt-1 space-y-1 text-small">
      {props.checks.map(check => {
        const own = props.findings.filter(found => found.check === check)
        return (
          <li key={check} className="flex flex-wrap gap-x-4">
            <a href={`#check-${check}`}>{t(`check.${check}`)}</a>
            <span className="text-muted">
              <Code>{check}</Code>
            </span>
            {[...Map.groupBy(own, sameWords).values()].map(
              ([first, ...rest]) =>
                first && (
                  <FindingWords
                    key={first.environment}
                    found={first}
                    environments={[first, ...rest].map(({ environment }) => environment)}
                  />
                ),
            )}
          </li>
        )
      })}
    </ul>
  )
}
