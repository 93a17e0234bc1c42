import type { Role } from '#features/access/role-model.ts'
import { LOCALES as ALL, type Locale as Any } from '#features/localization/locale-model.ts'
import { browserOf } from '#tests/setup/session.ts'

/** The languages in which every page is opened. */
export const LOCALES = ['ka', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** Every language of the interface. */
export const EVERY_LOCALE = ALL
/** Those in which one page of each kind is opened: what differs there is letters, length of words and direction. */
const OTHER_LOCALES = ALL.filter(locale => !(LOCALES as readonly Any[]).includes(locale))

export const CHECKLIST = '/docs/80_chain/no-rework-migration-checklist'
export const RULE_OF_AUTHORITY = '/docs/10_normative/authority-of-georgian-texts'

interface Place {
  readonly name: string
  /** Of whoever opens it; a guest does where there is none. */
  readonly role?: Role
  /** Address without the language. */
  readonly path: string
  readonly status: number
}

/** One page of every kind that shows records. */
const PAGES: readonly Place[] = [
  { name: 'the readiness page', path: '', status: 200 },
  { name: 'the library', path: '/docs', status: 200 },
  { name: 'the Friday page', path: '/friday', status: 200 },
  { name: 'the checklist', path: CHECKLIST, status: 200 },
  { name: 'a document that is no checklist', path: RULE_OF_AUTHORITY, status: 200 },
  { name: 'what changed', path: '/changes', status: 200 },
  { name: 'the evidence, of which there is none', path: '/evidence', status: 200 },
  { name: 'the comparison of environments', path: '/evidence/compare', status: 200 },
  { name: 'the glossary', path: '/glossary', status: 200 },
  { name: 'the search', path: '/search', status: 200 },
  { name: 'what a search found', path: '/search?q=terraform', status: 200 },
  { name: 'a search that finds nothing', path: '/search?q=qwertzuiop', status: 200 },
  { name: 'a workstream', path: `${CHECKLIST}/3`, status: 200 },
  { name: 'a blocked workstream', path: `${CHECKLIST}/10`, status: 200 },
  { name: 'a document in two languages', path: CHECKLIST.replace('/docs/', '/compare/'), status: 200 },
  {
    name: 'a workstream in two languages',
    path: `${CHECKLIST.replace('/docs/', '/compare/')}/3`,
    status: 200,
  },
  { name: 'the page about signing in', path: '/sign-in', status: 200 },
  { name: 'the choice of a day', path: `/as-of${CHECKLIST}/3`, status: 200 },
]

/** One page of every kind that says why there is nothing to show. */
const PROBLEMS: readonly Place[] = [
  { name: 'an address that leads nowhere', path: '/no-such-page', status: 404 },
  { name: 'a day before the first record', path: '?asOf=2026-03-03', status: 404 },
  { name: 'a day that no calendar has', path: '?asOf=2026-02-30', status: 400 },
  { name: 'a day to come', path: '?asOf=9999-12-31', status: 400 },
  { name: 'changes between days that are none', path: '/changes?from=2026-02-30', status: 400 },
  { name: 'changes up to a day to come', path: '/changes?to=9999-12-31', status: 400 },
  { name: 'changes of days in the wrong order', path: '/changes?from=2026-03-13&to=2026-03-06', status: 400 },
  { name: 'evidence by a kind that there is not', path: '/evidence?kind=x', status: 400 },
  { name: 'a search by a status that there is not', path: '/search?status=x', status: 400 },
  {
    name: 'a text in a language that there is not',
    path: `${CHECKLIST.replace('/docs/', '/compare/')}?with=xx`,
    status: 404,
  },
  { name: 'a run that there is not', path: '/evidence/dev/no-such-run', status: 404 },
  { name: 'a sign-in that is over', path: '/sign-in/expired', status: 400 },
  { name: 'a sign-in that cannot be trusted', path: '/sign-in/refused', status: 403 },
  { name: 'an issuer that does not answer', path: '/sign-in/unreachable', status: 503 },
  { name: 'a portal without its database', path: '/unavailable', status: 503 },
]

const inLanguages = <L extends string>(places: readonly Place[], locales: readonly L[]) =>
  places.flatMap(place => locales.map(locale => ({ ...place, locale, address: `/${locale}${place.path}` })))
const inEveryLanguage = (places: readonly Place[]) => inLanguages(places, LOCALES)

export const EVERY_PAGE = inEveryLanguage(PAGES)
/** Pages of the portal whose owners have reported, where they show more than the others do. */
export const REPORTED_PAGES = inEveryLanguage([
  { name: 'readiness with moved dates', path: '?asOf=2026-03-27', status: 200 },
  { name: 'readiness of the day an effect came twice', path: '?asOf=2026-03-13', status: 200 },
  { name: 'a workstream that evidence contradicts', path: `${CHECKLIST}/3?asOf=2026-03-13`, status: 200 },
  { name: 'a workstream with every check', path: `${CHECKLIST}/12`, status: 200 },
  { name: 'a week of Friday reports', path: '/friday?asOf=2026-03-27', status: 200 },
  { name: 'the Friday reports of today', path: '/friday', status: 200 },
  { name: 'a week of changes', path: '/changes?from=2026-03-13&to=2026-03-20', status: 200 },
  { name: 'the whole record', path: '/changes?from=2026-03-01&to=2026-03-31', status: 200 },
  { name: 'a history with slips', path: `${CHECKLIST}/5`, status: 200 },
  { name: 'a search for an event', path: '/search?q=intent-ka-1', status: 200 },
  { name: 'the evidence', path: '/evidence', status: 200 },
  { name: 'the runs of a filter', path: '/evidence?finding=failed&environment=dev', status: 200 },
  { name: 'a run that is contradicted', path: '/evidence/dev/dev-smoke-2026-03-13', status: 200 },
  {
    name: 'the chain of an intent',
    path: '/evidence/dev/dev-failure-2026-03-10?intent=intent-ka-1',
    role: 'REVIEWER',
    status: 200,
  },
  {
    name: 'a run with its records',
    path: '/evidence/dev/dev-smoke-2026-03-13',
    role: 'REVIEWER',
    status: 200,
  },
  { name: 'a record', path: '/evidence/dev/dev-smoke-2026-03-13/records/5', role: 'REVIEWER', status: 200 },
  {
    name: 'a record without its payload',
    path: '/evidence/dev/dev-smoke-2026-03-13/records/5',
    role: 'SRE_LEAD',
    status: 200,
  },
  { name: 'two environments compared', path: '/evidence/compare?a=dev&b=stage', status: 200 },
  {
    name: 'two runs compared',
    path: '/evidence/compare?a=dev/dev-smoke-2026-03-06&b=dev/dev-smoke-2026-03-13',
    status: 200,
  },
  { name: 'a history with confirmations', path: `${CHECKLIST}/8`, status: 200 },
]).map(place => ({ ...place, portal: 'reported' as const }))
export const EVERY_PROBLEM = inEveryLanguage(PROBLEMS)
/** The same pages as a day gone by ended; a document without records of its own has none that old. */
export const EVERY_PAST_PAGE = inEveryLanguage(
  PAGES.filter(({ path }) => path !== RULE_OF_AUTHORITY).map(({ name, path, status }) => ({
    name: `${name} of a day gone by`,
    path: `${path}${path.includes('?') ? '&' : '?'}asOf=2026-03-10`,
    status,
  })),
)

/** Pages where letters, long words and direction matter most, in the languages that the others are not opened in. */
export const OTHER_LANGUAGES = [
  ...inLanguages(
    [
      { name: 'the checklist', path: CHECKLIST, status: 200 },
      { name: 'an address that leads nowhere', path: '/no-such-page', status: 404 },
      { name: 'a portal without its database', path: '/unavailable', status: 503 },
    ],
    OTHER_LOCALES,
  ).map(place => ({ ...place, portal: 'origin' as const })),
  ...inLanguages(
    [
      { name: 'readiness with moved dates', path: '?asOf=2026-03-27', status: 200 },
      { name: 'a week of Friday reports', path: '/friday?asOf=2026-03-27', status: 200 },
      { name: 'a week of changes', path: '/changes?from=2026-03-13&to=2026-03-20', status: 200 },
      { name: 'a history with slips', path: `${CHECKLIST}/5`, status: 200 },
      { name: 'the evidence', path: '/evidence', status: 200 },
      {
        name: 'the chain of an intent',
        path: '/evidence/dev/dev-failure-2026-03-10?intent=intent-ka-1',
        role: 'REVIEWER',
        status: 200,
      },
    ],
    OTHER_LOCALES,
  ).map(place => ({ ...place, portal: 'reported' as const })),
]

/** What the browser of whoever opens a page is like. @param origin of the page's portal */
export const openedBy = async (origin: string, { role }: { readonly role: Role | undefined }) =>
  role ? browserOf(origin, role) : { baseURL: origin }
