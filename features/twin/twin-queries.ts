import { asOfEnd } from '#features/checklist/changes-queries.ts'
import { readFirstChecklist } from '#features/checklist/checklist-queries.ts'
import { historyPage, parseBefore } from '#features/checklist/history-rules.ts'
import { readPlace } from '#features/checklist/place-queries.ts'
import { readLibrary } from '#features/document/document-queries.ts'
import { readTextChanges } from '#features/document/text-changes-queries.ts'
import { readTextComparison } from '#features/document/text-comparison-queries.ts'
import { readWithheld, readWithheldDocuments } from '#features/document/withheld-queries.ts'
import { readComparison } from '#features/evidence/comparison-queries.ts'
import { readRecord } from '#features/evidence/record-queries.ts'
import { readRun, readRuns } from '#features/evidence/runs-queries.ts'
import { readTerms } from '#features/glossary/glossary-queries.ts'
import { wordingIn } from '#features/localization/wording.ts'
import { readAskedChanges } from '#features/portal/asked-changes-queries.ts'
import { readAskedFridays } from '#features/portal/asked-fridays-queries.ts'
import { readAskedRuns } from '#features/portal/asked-runs-queries.ts'
import type { FileWish, NoFile, PortalFile } from '#features/portal/file-model.ts'
import { noRecordYet, nothingAt } from '#features/portal/file-rules.ts'
import { readPortal } from '#features/portal/portal-queries.ts'
import { readAskedSearch } from '#features/search/asked-search-queries.ts'
import { changesMarkdown } from '#features/twin/changes-markdown-rules.ts'
import { comparedTextsMarkdown } from '#features/twin/compared-texts-markdown-rules.ts'
import { comparisonMarkdown } from '#features/twin/comparison-markdown-rules.ts'
import { documentMarkdown } from '#features/twin/document-markdown-rules.ts'
import { fridayMarkdown } from '#features/twin/friday-markdown-rules.ts'
import { glossaryMarkdown } from '#features/twin/glossary-markdown-rules.ts'
import { libraryMarkdown } from '#features/twin/library-markdown-rules.ts'
import { noReadinessMarkdown, readinessMarkdown } from '#features/twin/readiness-markdown-rules.ts'
import { recordMarkdown } from '#features/twin/record-markdown-rules.ts'
import { runMarkdown } from '#features/twin/run-markdown-rules.ts'
import { runsMarkdown } from '#features/twin/runs-markdown-rules.ts'
import { searchMarkdown } from '#features/twin/search-markdown-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { workstreamMarkdown } from '#features/twin/workstream-markdown-rules.ts'

type ReadMarkdown = (context: TwinContext) => Promise<string | NoFile>

/** The pages that are at one address each, by it without the language. */
const PAGES: Readonly<Record<string, ReadMarkdown>> = {
  '': async context => {
    const checklist = await readFirstChecklist(context.wish.locale, context.wish.asOf)
    if (checklist === 'no-record-yet') return noRecordYet(context.wish)
    return checklist
      ? readinessMarkdown(checklist, context)
      : noReadinessMarkdown(await readWithheld(), context)
  },
  '/docs': async context =>
    libraryMarkdown(await readLibrary(context.wish.locale, context.wish.asOf), context),
  '/friday': async context => {
    const found = await readAskedFridays(context.wish)
    return 'status' in found ? found : fridayMarkdown(found, context)
  },
  '/evidence': async context => {
    const found = await readAskedRuns(context.wish)
    return 'status' in found ? found : runsMarkdown(found.runs, found.listed, context)
  },
  '/evidence/compare': readComparisonMarkdown,
  '/glossary': async context => glossaryMarkdown(await readTerms(), context),
  '/search': async context => {
    const { query, locale, asOf } = context.wish
    const asked = await readAskedSearch(query, locale, asOf)
    return 'problem' in asked ? asked : searchMarkdown(asked, context)
  },
  '/changes': async context => {
    const found = await readAskedChanges(context.wish)
    if ('status' in found) return found
    const { locale, asOf } = context.wish
    const texts = await readTextChanges(found.span, locale, asOfEnd(found.span, asOf))
    return changesMarkdown(found, texts, await readWithheldDocuments(), context)
  },
}

/** The document or workstream at an address. */
async function readPlaceMarkdown(context: TwinContext): Promise<string | NoFile> {
  const { wish, path } = context
  const place = path.startsWith('/docs/')
    ? await readPlace(path.slice('/docs/'.length), wish.locale, wish.asOf)
    : null
  if (place === null) return nothingAt('the address of a page', path)
  if (place === 'no-record-yet') return noRecordYet(wish)
  if (place.kind === 'document') return documentMarkdown(place.document, place.checklist, context)
  const before = wish.query.get('before') ?? undefined
  const number = before === undefined ? undefined : parseBefore(before)
  const found = JSON.stringify(before)
  if (number === 'before-malformed')
    return { status: 400, detail: `Expected the number of a record as before, found ${found}.` }
  const { checklist, workstream } = place
  const history = historyPage(workstream.lines, number)
  return history
    ? workstreamMarkdown(checklist, workstream, history, context)
    : {
        status: 404,
        detail: `Expected the number of a record that has one before it as before, found ${found}.`,
      }
}

/** What an address asks for besides language and day. */
function queryOf({ query }: FileWish): string {
  const asked = new URLSearchParams([...query].filter(([name]) => name !== 'locale' && name !== 'asOf'))
  return asked.size > 0 ? `?${asked}` : ''
}

/** Two sides that are not both there are nothing at the address. */
async function readComparisonMarkdown(context: TwinContext): Promise<string | NoFile> {
  const { wish, path } = context
  const comparison = await readComparison(await readRuns(wish.asOf), wish.query)
  return comparison ? comparisonMarkdown(comparison, context) : nothingAt('two sides to compare', path)
}

const RUN = /^\/evidence\/([^/]+)\/([^/]+)$/

async function readRunMarkdown(context: TwinContext): Promise<string | NoFile> {
  const { wish, path } = context
  const [, environment = '', runId = ''] = RUN.exec(path) ?? []
  const view = await readRun(environment, runId, wish.asOf)
  return view ? runMarkdown(view, context) : nothingAt('the address of a page', path)
}

const RECORD = /^(\/evidence\/[^/]+\/([^/]+))\/records\/([^/]+)$/

async function readRecordMarkdown(context: TwinContext): Promise<string | NoFile> {
  const { wish, path } = context
  const [, place = '', runId = '', number = ''] = RECORD.exec(path) ?? []
  const [, environment = ''] = RUN.exec(place) ?? []
  const view = await readRun(environment, runId, wish.asOf)
  const found = view && (await readRecord(runId, number))
  return view && found ? recordMarkdown(view, found, context) : nothingAt('the address of a page', path)
}

const TEXTS = /^\/compare\/(.+)$/

async function readTextsMarkdown(context: TwinContext): Promise<string | NoFile> {
  const { wish, path } = context
  const [, place = ''] = TEXTS.exec(path) ?? []
  const found = await readTextComparison(place, wish.locale, wish.query.get('with'), wish.asOf)
  if (found === 'no-record-yet') return noRecordYet(wish)
  return found ? comparedTextsMarkdown(found, context) : nothingAt('a text in two languages', path)
}

/** Pages of which there are many, by the form of their addresses. */
const PLACES: readonly { readonly form: RegExp; readonly read: ReadMarkdown }[] = [
  { form: TEXTS, read: readTextsMarkdown },
  { form: RUN, read: readRunMarkdown },
  { form: RECORD, read: readRecordMarkdown },
]

/** A page as Markdown. `parts` are those of the page's address without the language. */
export async function readTwin(wish: FileWish, parts: readonly string[]): Promise<PortalFile | NoFile> {
  const path = parts.map(part => `/${part}`).join('')
  const [wording, portal] = await Promise.all([wordingIn(wish.locale), readPortal()])
  const own = Object.hasOwn(PAGES, path) ? PAGES[path] : undefined
  const read = own ?? PLACES.find(({ form }) => form.test(path))?.read ?? readPlaceMarkdown
  const body = await read({ wish, wording, portal, path, query: queryOf(wish) })
  return typeof body === 'string' ? { type: 'text/markdown; charset=utf-8', body, saveAs: null } : body
}
