import { ask } from './http.ts'
import { CHECKLIST, EVERY_PAGE, EVERY_PAST_PAGE, EVERY_PROBLEM } from './places.ts'

const ID = 'GOS-80-CHAIN-NO-REWORK-CHECKLIST'
const LEGACY = 'docs?doc=docs-80-chain-no-rework-migration-checklist-md'

/** One address of every kind that is no page of its own. */
const OTHERS: readonly string[] = [
  '/',
  '/nowhere',
  '/ka/absent',
  '/ka/w/10',
  '/en/w/1?asOf=2026-03-10',
  `/ka/${LEGACY}`,
  `/en/global/${LEGACY}`,
  `/ru/${LEGACY}`,
  '/api/v1/checklists',
  `/api/v1/checklists/${ID}?locale=en`,
  '/api/v1/documents?asOf=2026-03-10',
  `/api/v1/documents/${ID}`,
  '/api/v1/documents?locale=fr',
  '/api/v1/nothing',
  '/api/v1/openapi.json',
  '/favicon.svg',
  '/robots.txt',
  '/sitemap.xml',
  '/llms.txt',
  '/feeds/ka.atom',
  '/feeds/en.atom?asOf=2026-03-10',
  '/feeds/fr.atom',
  '/calendar/ka.ics',
  '/calendar/en.ics?role=SRE_LEAD',
  '/calendar/en.ics?role=NOBODY',
  '/badge/readiness.svg',
  '/badge/10.svg?locale=en',
  '/badge/nothing.svg',
  '/ka/index.csv',
  `/en${CHECKLIST}.csv?asOf=2026-03-10`,
  '/ka/friday.csv?to=2026-03-13',
  '/en/changes.md?from=2026-03-04&to=2026-03-10',
  '/ka/nothing.csv',
  '/ka/evidence.csv',
  '/en/evidence.md?finding=failed',
  '/ka/evidence/dev/nothing.csv',
  '/evidence/dev/nothing/run.json',
  '/evidence/dev/nothing/records.jsonl?asOf=2026-03-10',
  '/api/v1/evidence?locale=en',
  '/api/v1/evidence/dev/nothing/records?after=x',
  '/en/index.md',
  `/ka${CHECKLIST}/3.md`,
  '/ka/docs.md?asOf=2026-02-30',
  '/auth/sign-in?back=/ka',
  '/auth/callback?code=x&state=y',
  '/auth/sign-out?exit=x',
  '/ka/sign-in/no-role',
  '/livez',
  '/readyz',
]

/** The font that a page loads: its name changes with each build. */
export async function loadedFont(): Promise<string> {
  const page = await ask('/en')
  return /url\(([^)]+\.woff2)\)/.exec(page.body)?.[1] ?? 'no font'
}

/** One address of every kind, pages in both languages. */
export async function everyAddress(): Promise<string[]> {
  const pages = [...EVERY_PAGE, ...EVERY_PAST_PAGE, ...EVERY_PROBLEM].map(({ address }) => address)
  return [...new Set([...pages, ...OTHERS, await loadedFont()])]
}

/** Addresses whose plain answer is a success and is kept, so that asking for them a thousand times costs little. */
export const STEADY: readonly string[] = [
  ...EVERY_PAGE.map(({ address }) => address),
  `/ka${CHECKLIST}?asOf=2026-03-10`,
  '/api/v1/checklists',
  '/api/v1/openapi.json',
  '/sitemap.xml',
  '/llms.txt',
  '/feeds/ka.atom',
  '/calendar/en.ics',
  '/badge/readiness.svg',
  '/ka/docs.csv',
  '/en/index.md',
]
