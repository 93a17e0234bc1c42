import type { RunRecordResource, RunRecordsResource } from '#features/api/records-resource-model.ts'
import type { Wish } from '#features/api/request-rules.ts'
import { queryOf } from '#features/api/resource-id-rules.ts'
import type { RunHeadResource, RunResource, RunsResource } from '#features/api/runs-resource-model.ts'
import { withheldEvidence } from '#features/api/withheld-evidence-model.ts'
import { queryText } from '#features/evidence/asked-filter-rules.ts'
import { MANIFEST_NAME } from '#features/evidence/bundle-file-model.ts'
import { type ComparedClaim, compareClaims } from '#features/evidence/claim-rules.ts'
import { filePath, recordPath, runPath } from '#features/evidence/evidence-address-rules.ts'
import type { PlacedRecord } from '#features/evidence/placed-record-model.ts'
import type { RecordFilter } from '#features/evidence/record-filter-model.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import type { RecordSight } from '#features/evidence/record-sight-rules.ts'
import type { RunFilter } from '#features/evidence/run-filter-model.ts'
import type { RunPage } from '#features/evidence/run-page-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import type { RecordPage } from '#features/evidence/shown-records-model.ts'
import { countFindings } from '#features/evidence/trend-rules.ts'
import { countingFindings } from '#features/evidence/verdict-rules.ts'
import {
  unshownRecords,
  withheldOfRecords,
  withheldOfRun,
} from '#features/evidence/withheld-evidence-rules.ts'
import { pageHref } from '#features/portal/page-model.ts'

type Body<Resource> = Omit<Resource, 'apiVersion' | 'revision' | 'asOf' | 'scope' | 'locale'>

/** An address of the API that asks for something in the same language and of the same day. */
const address = (path: string, wish: Wish, asked: object = {}): string =>
  `/api/v1${path}?${queryOf(wish)}${queryText(asked).replace('?', '&')}`

function headResource(view: RunView, wish: Wish): RunHeadResource {
  const { run, environment } = view
  const { 'not-run': notRun, ...findings } = countFindings(view)
  const path = runPath(environment, run.runId)
  return {
    runId: run.runId,
    environment,
    kind: run.kind,
    subject: run.subject,
    startedAt: view.startedAt.toISOString(),
    finishedAt: view.finishedAt.toISOString(),
    ingestedAt: view.ingestedAt.toISOString(),
    hash: view.hash,
    records: view.records,
    findings: { ...findings, notRun },
    links: {
      run: address(path, wish),
      records: address(`${path}/records`, wish),
      page: pageHref(wish, path),
    },
  }
}

/** What counts of every check, and a page of runs. @param runs every run, the newest first */
export const runsBody = (
  runs: readonly RunView[],
  listed: RunPage,
  filter: RunFilter,
  wish: Wish,
): Body<RunsResource> => ({
  newest: countingFindings(runs).map(({ check, environment, finding, source }) => ({
    code: check,
    environment,
    finding,
    runId: finding === 'not-run' ? null : (source?.run.run.runId ?? null),
  })),
  total: listed.total,
  runs: listed.runs.map(view => headResource(view, wish)),
  next: listed.next === null ? null : address('/evidence', wish, { ...filter, after: listed.next }),
})

/** A claim beside what the records say. */
export const claimedResource = ({
  claimed,
  recomputed,
  agrees,
}: ComparedClaim): Omit<RunResource['run']['claims'][number], 'name'> => ({
  claimed: claimed ?? null,
  recomputed: recomputed ?? null,
  agrees: agrees ?? null,
})

/** Everything that is told of a run. */
export function runBody(view: RunView, wish: Wish, sight: RecordSight): Body<RunResource> {
  const { run, environment, counts, judgements, hash } = view
  const day = wish.asOf.isToday ? '' : `?asOf=${wish.asOf.day}`
  return {
    run: {
      ...headResource(view, wish),
      command: run.command,
      boundaries: run.boundaries,
      controlledFailureTopic: run.controlledFailureTopic,
      replays: run.replays,
      byBoundary: counts.byBoundary,
      claims: compareClaims(run, counts).map(claim => ({ name: claim.name, ...claimedResource(claim) })),
      checks: [...judgements].map(([code, { witnesses, ...judgement }]) => ({
        code,
        ...judgement,
        witnesses: [...witnesses],
      })),
      files: [{ name: MANIFEST_NAME, sha256: hash }, ...run.files].map(({ name, sha256 }) => ({
        name,
        sha256,
        address: sight === 'whole' ? filePath(environment, run.runId, name) + day : null,
      })),
    },
    withheld: withheldEvidence(withheldOfRun(view, sight)),
  }
}

const recordResource = ({ time, runId: _, ...record }: EvidenceRecord) => ({
  ...record,
  timestamp: new Date(time).toISOString(),
})

/** One record of a run, and where it stands. */
export function recordBody(
  { run: { runId }, environment }: RunView,
  { sight, record, file, lineNumber }: PlacedRecord,
  wish: Wish,
): Body<RunRecordResource> {
  const day = wish.asOf.isToday ? '' : `?asOf=${wish.asOf.day}`
  return {
    environment,
    runId,
    record: recordResource(record),
    file: {
      name: file,
      line: lineNumber,
      address: sight === 'whole' ? filePath(environment, runId, file) + day : null,
    },
    links: {
      run: address(runPath(environment, runId), wish),
      page: pageHref(wish, recordPath(environment, runId, record.number)),
    },
    withheld: withheldEvidence(withheldOfRecords(1, sight)),
  }
}

/** A page of the records of a run. */
export function recordsBody(
  view: RunView,
  page: RecordPage,
  filter: RecordFilter,
  wish: Wish,
  sight: RecordSight,
): Body<RunRecordsResource> {
  const { run, environment } = view
  const path = `${runPath(environment, run.runId)}/records`
  return {
    environment,
    runId: run.runId,
    count: page.count,
    records: page.records.map(recordResource),
    next: page.next === null ? null : address(path, wish, { ...filter, after: page.next }),
    withheld: withheldEvidence([...withheldOfRecords(view.records, sight), ...unshownRecords(page.unshown)]),
  }
}
