import { CHECK_CODES, type CheckCode } from '#features/evidence/check-code-model.ts'
import type { Finding, Judgement } from '#features/evidence/finding-model.ts'
import { CAUSES, type Cause } from '#features/evidence/reason-model.ts'
import { runSchema } from '#features/evidence/run-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import type { Prisma } from '#prisma/client/client.ts'
import type { Finding as FindingColumn } from '#prisma/client/enums.ts'

/** What of a run a list of them needs and every reader may have: witnesses and profiles are many times as large. */
export const LISTED = {
  omit: { manifest: true },
  include: {
    findings: { omit: { witnesses: true, details: true } },
    judgement: { select: { counts: true } },
  },
} as const satisfies Pick<Prisma.EvidenceRunFindManyArgs, 'omit' | 'include'>

type RunRow = Prisma.EvidenceRunGetPayload<typeof LISTED>

const FINDING: Record<FindingColumn, Finding> = {
  passed: 'passed',
  failed: 'failed',
  warned: 'warned',
  not_run: 'not-run',
}

const isCheck = (code: string): code is CheckCode => (CHECK_CODES as readonly string[]).includes(code)
const isCause = (cause: string | null): cause is Cause =>
  cause !== null && (CAUSES as readonly string[]).includes(cause)

function judgementsOf(rows: RunRow['findings']): Map<CheckCode, Judgement> {
  const judgements = rows.flatMap(({ check, finding, cause, judged, failed, warned }) => {
    if (!isCheck(check)) return []
    const judgement: Judgement = {
      finding: FINDING[finding],
      cause: isCause(cause) ? cause : null,
      judged,
      failed,
      warned,
      witnesses: [],
    }
    return [[check, judgement] as const]
  })
  return new Map(judgements)
}

/** A row of a run with what was found of it; null for one that was never judged. */
export function runOf({ judgement, findings, description, environment, ...row }: RunRow): RunView | null {
  if (!judgement) return null
  return {
    run: runSchema.parse(JSON.parse(description)),
    environment,
    hash: row.hash,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    ingestedAt: row.ingestedAt,
    records: row.records,
    counts: judgement.counts as unknown as RunView['counts'],
    judgements: judgementsOf(findings),
  }
}
