import type { ChangesResource, StepResource } from '#features/api/changes-resource-model.ts'
import { documentResource } from '#features/api/document-resource-rules.ts'
import { Refusal } from '#features/api/problem-model.ts'
import type { Wish } from '#features/api/request-rules.ts'
import type { ChecklistChanges } from '#features/checklist/changes-model.ts'
import { parseSpan, type Span, type SpanProblem } from '#features/checklist/span-rules.ts'
import type { Step } from '#features/checklist/step-model.ts'
import type { TextChanges } from '#features/document/text-changes-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'

const EXPECTED: Record<SpanProblem, string> = {
  'span-malformed': 'calendar days YYYY-MM-DD as from and to',
  'span-future': 'no day after the one the portal is shown for as from or to',
  'span-reversed': 'a day as from that is not later than to',
}

/** Reads `from` and `to` as the page does. */
export function parseAskedSpan(query: URLSearchParams, { asOf }: Wish): Span | Refusal {
  const given = { from: query.get('from'), to: query.get('to') }
  const span = parseSpan(given, asOf)
  return typeof span === 'string'
    ? new Refusal(span, `Expected ${EXPECTED[span]}, found ${JSON.stringify(given)}.`)
    : span
}

const stepResource = (
  { line, previous, after, kinds, isEnteredLater }: Step,
  locale: Locale,
): StepResource => ({
  hash: line.hash,
  changes: [...kinds],
  recordedAt: line.recordedAt,
  enteredAt: line.enteredAt,
  enteredLater: isEnteredLater,
  for: line.for,
  by: line.by,
  before: previous && { status: previous.status, targetDate: previous.targetDate },
  after: { status: after.status, targetDate: after.targetDate },
  note: localizedText(line.note ?? null, locale),
  reason: localizedText(line.reason ?? null, locale),
  resolution: localizedText(line.resolution ?? null, locale),
  withheld: line.withheld?.class ?? null,
})

/** The changes of a checklist in a span. `path` is the address of the resource. */
export function changesBody(
  { checklist, changes }: ChecklistChanges,
  texts: TextChanges,
  span: Span,
  wish: Wish,
  path: string,
): Omit<ChangesResource, 'apiVersion' | 'revision' | 'asOf' | 'scope' | 'locale' | 'withheld'> {
  const titles = new Map(checklist.workstreams.map(({ number, title }) => [number, title]))
  return {
    ...span,
    baseline: checklist.baselineDay,
    document: documentResource(checklist.document, wish),
    workstreams: changes.workstreams.map(({ number, before, after, steps }) => ({
      number,
      title: titles.get(number) ?? null,
      before,
      after,
      steps: steps.map(step => stepResource(step, wish.locale)),
    })),
    confirmations: { ...changes.confirmations, workstreams: [...changes.confirmations.workstreams] },
    texts: texts.documents.flatMap(document =>
      document.changes.map(({ lang, recordedAt, commit, isFirst }) => ({
        lang,
        recordedAt: recordedAt.toISOString(),
        commit,
        isFirst,
      })),
    ),
    unlisted: {
      earlier: changes.earlier && earlierAddress(changes.earlier, wish, path),
      steps: changes.unlisted,
      texts: texts.unlisted,
    },
  }
}

const earlierAddress = ({ from, to }: Span, { locale, asOf }: Wish, path: string): string =>
  `${path}?${new URLSearchParams({ locale, from, to, ...(asOf.isToday ? {} : { asOf: asOf.day }) })}`
