import type { ComparisonResource } from '#features/api/comparison-resource-model.ts'
import { comparisonBody } from '#features/api/comparison-resource-rules.ts'
import { envelopeOf } from '#features/api/envelope-rules.ts'
import { Refusal } from '#features/api/problem-model.ts'
import type { RunRecordResource, RunRecordsResource } from '#features/api/records-resource-model.ts'
import type { Wish } from '#features/api/request-rules.ts'
import { notFound } from '#features/api/resource-queries.ts'
import type { RunResource, RunsResource } from '#features/api/runs-resource-model.ts'
import { recordBody, recordsBody, runBody, runsBody } from '#features/api/runs-resource-rules.ts'
import { askedOf, recordFilterOf, runFilterOf } from '#features/evidence/asked-filter-rules.ts'
import { readComparison } from '#features/evidence/comparison-queries.ts'
import { readRecord } from '#features/evidence/record-queries.ts'
import { sightOn } from '#features/evidence/record-sight-rules.ts'
import { readRecords, readRunPlace } from '#features/evidence/records-queries.ts'
import { runsLeft } from '#features/evidence/run-filter-rules.ts'
import { runPage } from '#features/evidence/run-page-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { readRun, readRuns } from '#features/evidence/runs-queries.ts'
import { isBeyond } from '#features/evidence/withheld-evidence-rules.ts'
import { readPortal } from '#features/portal/portal-queries.ts'

/** Records that one answer has at most: each may have 64 KiB. */
const RECORDS_AN_ANSWER = 100

export async function readRunsResource(
  wish: Wish,
  _: string,
  { searchParams }: URL,
): Promise<RunsResource | Refusal> {
  const filter = askedOf(() => runFilterOf(searchParams))
  if ('malformed' in filter) return new Refusal('filter-malformed', filter.malformed)
  const [portal, runs] = await Promise.all([readPortal(), readRuns(wish.asOf)])
  const listed = runPage(runsLeft(runs, filter), filter.after)
  if (!listed) return notFound('run', filter.after ?? '')
  return { ...envelopeOf(wish, portal), ...runsBody(runs, listed, filter, wish) }
}

async function readRecordsResource(
  view: RunView,
  wish: Wish,
  searchParams: URLSearchParams,
): Promise<RunRecordsResource | Refusal> {
  const asked = askedOf(() => recordFilterOf(searchParams))
  if ('malformed' in asked) return new Refusal('filter-malformed', asked.malformed)
  const { after, ...filter } = asked
  const [portal, place] = await Promise.all([readPortal(), readRunPlace(view.run.runId)])
  const sight = sightOn({ portal })
  if (!place || isBeyond(filter, sight)) return notFound('run', view.run.runId)
  const page = await readRecords(place, filter, after, RECORDS_AN_ANSWER)
  return { ...envelopeOf(wish, portal), ...recordsBody(view, page, filter, wish, sight) }
}

async function readRecordResource(
  view: RunView,
  wish: Wish,
  number: string,
): Promise<RunRecordResource | Refusal> {
  const [portal, found] = await Promise.all([readPortal(), readRecord(view.run.runId, number)])
  return found
    ? { ...envelopeOf(wish, portal), ...recordBody(view, found, wish) }
    : notFound('record', number)
}

/** What changed between two runs or two environments, as the page tells it. */
export async function readComparisonResource(
  wish: Wish,
  _: string,
  { searchParams }: URL,
): Promise<ComparisonResource | Refusal> {
  const [portal, runs] = await Promise.all([readPortal(), readRuns(wish.asOf)])
  const comparison = await readComparison(runs, searchParams)
  return comparison
    ? { ...envelopeOf(wish, portal), ...comparisonBody(comparison, sightOn({ portal })) }
    : notFound('run or environment', `${searchParams.get('a') ?? ''}, ${searchParams.get('b') ?? ''}`)
}

/** A run, its records or one of them. @param id `{environment}/{runId}`, then nothing, `/records` or `/records/{number}` */
export async function readEvidencePlace(
  wish: Wish,
  id: string,
  { searchParams }: URL,
): Promise<RunResource | RunRecordsResource | RunRecordResource | Refusal> {
  const [environment = '', runId = '', part, number, ...others] = id.split('/')
  const view = await readRun(environment, runId, wish.asOf)
  if (!view || others.length > 0) return notFound('run', id)
  if (part === 'records' && number !== undefined) return readRecordResource(view, wish, number)
  if (part === 'records') return readRecordsResource(view, wish, searchParams)
  if (part !== undefined) return notFound('run', id)
  const portal = await readPortal()
  return { ...envelopeOf(wish, portal), ...runBody(view, wish, sightOn({ portal })) }
}
