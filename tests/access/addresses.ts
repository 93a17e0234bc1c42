import { MIXED, type PlantedDocument } from './content.ts'
import type { PlantedRun } from './evidence.ts'

const LANGUAGES = ['ka', 'en'] as const
const PAST = '?asOf=2026-03-06'

/** Every form in which a document is to be had. */
export const formsOf = ({ path, id }: Pick<PlantedDocument, 'path' | 'id'>): string[] => [
  ...LANGUAGES.flatMap(lang => [
    `/${lang}/docs/${path}`,
    `/${lang}/docs/${path}${PAST}`,
    `/${lang}/docs/${path}.md`,
    `/${lang}/docs/${path}.csv`,
    `/${lang}/docs/${path}/1`,
    `/${lang}/docs/${path}/3${PAST}`,
    `/${lang}/docs/${path}/2.md`,
    `/${lang}/docs/${path}/3?before=2026-03-10`,
    `/${lang}/compare/${path}?with=en`,
    `/${lang}/compare/${path}.md?with=ka`,
    `/${lang}/as-of/docs/${path}`,
    `/${lang}/docs?doc=docs-${path.toLowerCase().replaceAll(/[/_]/g, '-')}-md`,
  ]),
  `/api/v1/documents/${id}?locale=en`,
  `/api/v1/documents/${id}${PAST}`,
  `/api/v1/checklists/${id}`,
  `/api/v1/checklists/${id}?locale=ka&asOf=2026-03-06`,
  `/api/v1/checklists/${id}/changes?from=2026-03-04&to=2026-03-12`,
  `/api/v1/checklists/${path}`,
]

/** Every form in which a run, its records and its files are to be had. */
const formsOfRun = ({ environment, runId, fileName, intent }: PlantedRun): string[] => {
  const run = `/evidence/${environment}/${runId}`
  const records = [1, 2, 9].flatMap(number => [
    `/en${run}/records/${number}`,
    `/ka${run}/records/${number}.md`,
    `/api/v1${run}/records/${number}`,
  ])
  return [
    ...LANGUAGES.flatMap(lang => [
      `/${lang}${run}`,
      `/${lang}${run}.md`,
      `/${lang}${run}.csv`,
      `/${lang}${run}?intent=${intent}`,
      `/${lang}${run}?boundary=dlq`,
      `/${lang}${run}.csv?intent=${intent}`,
    ]),
    ...records,
    `/api/v1${run}`,
    `/api/v1${run}/records`,
    `/api/v1${run}/records?intent=${intent}`,
    `${run}/run.json`,
    `${run}/${fileName}`,
  ]
}

/** What programs read that nobody stands behind. */
export const OUTLETS = [
  '/sitemap.xml',
  '/robots.txt',
  '/llms.txt',
  '/feeds/ka.atom',
  '/feeds/en.atom?asOf=2026-03-12',
  '/calendar/ka.ics',
  '/calendar/en.ics?role=SRE_LEAD',
  '/badge/readiness.svg',
  '/badge/3.svg?locale=en',
] as const

const LISTS = ['', '/docs', '/friday', '/changes', '/evidence', '/glossary', '/access', '/upkeep', '/ingests']

/** Everything that lists something, in every form. */
export const EVERY_LIST: readonly string[] = [
  ...LANGUAGES.flatMap(lang =>
    LISTS.flatMap(list => [
      `/${lang}${list}`,
      `/${lang}${list || '/index'}.md`,
      `/${lang}${list || '/index'}.csv`,
      `/${lang}${list}${PAST}`,
    ]),
  ),
  ...LANGUAGES.flatMap(lang => [
    `/${lang}/changes?from=2026-03-01&to=2026-03-13`,
    `/${lang}/changes.csv?from=2026-03-01&to=2026-03-13`,
    `/${lang}/changes.md?from=2026-03-01&to=2026-03-13`,
    `/${lang}/friday?asOf=2026-03-13`,
    `/${lang}/w/1`,
    `/${lang}/sign-in`,
    `/${lang}/evidence/compare?a=dev&b=stage`,
    `/${lang}/evidence/compare.md?a=dev&b=stage`,
  ]),
  ...['ru', 'tr', 'hy', 'ar'].map(lang => `/${lang}`),
  '/api/v1/documents',
  '/api/v1/checklists',
  '/api/v1/glossary',
  '/api/v1/evidence',
  '/api/v1/evidence/compare?a=dev&b=stage',
  '/api/v1/openapi.json',
]

/** Where words are looked for. */
export const searchesFor = (word: string): string[] => [
  `/en/search?q=${word}`,
  `/ka/search.csv?q=${word}`,
  `/en/search.md?q=${word}`,
  `/api/v1/search?q=${word}`,
]

/** Everything that there is, whoever may see it. */
export const everyAddress = (
  documents: readonly PlantedDocument[],
  runs: readonly PlantedRun[],
): string[] => [
  ...EVERY_LIST,
  ...OUTLETS,
  ...[MIXED, ...documents].flatMap(formsOf),
  ...runs.flatMap(formsOfRun),
]
