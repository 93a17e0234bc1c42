const LOCALES = ['ka', 'en'] as const
export type Locale = (typeof LOCALES)[number]

const CHECKLIST = '/docs/80_chain/no-rework-migration-checklist'
const inEveryLanguage = (paths: readonly string[]) =>
  LOCALES.flatMap(locale => paths.map(path => `/${locale}${path}`))

/** What readers ask for all the time: core pages, pages seen before, the API. A font is added by whoever asks. */
export const SERVED: readonly string[] = [
  ...inEveryLanguage(['', '/docs', CHECKLIST, `${CHECKLIST}/10`, '?asOf=2026-03-10', '/w/10']),
  '/api/v1/checklists',
  '/api/v1/checklists/GOS-80-CHAIN-NO-REWORK-CHECKLIST',
  '/api/v1/documents',
  '/sitemap.xml',
]

export const isFont = (path: string): boolean => path.endsWith('.woff2')

/** Language of a page; null of what is none, a redirect included. */
export function pageLanguage(path: string): Locale | null {
  const locale = LOCALES.find(candidate => /^\/(\w\w)(?![^/?])/.exec(path)?.[1] === candidate)
  return locale !== undefined && !path.includes('/w/') ? locale : null
}

const FIRST = Date.UTC(2026, 2, 5)
const DAYS = 250
const WORKSTREAMS = 12
let asked = 0

/** A page that nobody has asked for in this process: a workstream as some day of the past ended, in either language. */
export function neverSeen(): string {
  const [day, rest] = [asked % DAYS, Math.floor(asked / DAYS)]
  asked += 1
  const date = new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10)
  const number = 1 + (rest % WORKSTREAMS)
  return `/${LOCALES[asked % 2]}${CHECKLIST}/${number}?asOf=${date}`
}
