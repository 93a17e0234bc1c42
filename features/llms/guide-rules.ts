import type { Shelf } from '#features/document/document-view-model.ts'
import type { FileWish } from '#features/portal/file-model.ts'
import { twinHref } from '#features/portal/form-rules.ts'
import { blocks, link, listOf, plain } from '#features/twin/markdown-rules.ts'

const ABOUT = `Mza is a read-only governance portal. It shows the checklist of a migration (workstreams with status, owner, target date and blockers), the ledger of every status and date that ever held, and the documents around it. Nothing can be changed through it, and no page needs a script.`

const AUTHORITY = `Georgian is the authoritative language: where a Georgian text exists, it prevails, and other languages are translations or originals beside it. Every answer says of each text its language and whether it is authoritative. Quote the Georgian text where wording matters. Codes of roles and statuses are Latin in every language.`

const GEORGIAN = `მზა მხოლოდ წასაკითხად განკუთვნილი პორტალია: იგი აჩვენებს მიგრაციის საკონტროლო სიას, სამუშაო მიმართულებების სტატუსებს, პასუხისმგებლებს, შესრულების ვადებსა და შემაფერხებელ გარემოებებს. თუ ქართული ტექსტი არსებობს, უპირატესობა ენიჭება მას.`

const AS_OF =
  'Add `?asOf=YYYY-MM-DD` to any address below to read the portal as that day ended in Tbilisi. An error is plain text or `application/problem+json` with status 400 or 404, never a page.'

/** What the portal is and where everything in it is, for programs that read (llmstxt.org). */
export function guideOf(shelves: readonly Shelf[], { origin, asOf }: FileWish): string {
  const at = (label: string, path: string, words: string) => `${link(label, origin + path)}: ${words}`
  const english = { locale: 'en', asOf: { ...asOf, isToday: true } } as const
  const documents = shelves.flatMap(shelf => shelf.documents)
  return blocks(
    '# Mza',
    `> ${ABOUT}`,
    AUTHORITY,
    `Georgian: ${GEORGIAN}`,
    AS_OF,
    '## Pages as Markdown',
    listOf([
      at(
        'Readiness',
        '/en/index.md',
        'the verdict, what stands in the way, every workstream (Georgian: `/ka/index.md`)',
      ),
      at('Documents', '/en/docs.md', 'the library by category'),
      at(
        'Friday reports',
        '/en/friday.md',
        'who owes a report, who failed to make one, every workstream by weeks',
      ),
      at('Evidence', '/en/evidence.md', 'what the checks found last in each environment, and every run'),
      at('Changes', '/en/changes.md', 'since the last Friday, or from `?from=` to `?to=`'),
      ...documents.map(({ path, title }) =>
        link(plain(title.text), origin + twinHref(english, `/docs/${path}`, 'md')),
      ),
    ]),
    'Every page has its twin at its own address with `.md` after it; a workstream is at the address of its checklist and its number, with the newest part of its history, the parts before it by `?before=`.',
    '## Tables',
    listOf([
      at('Workstreams', '/en/index.csv', 'CSV, UTF-8 with a byte order mark'),
      at('Documents', '/en/docs.csv', 'CSV'),
      at('Friday reports', '/en/friday.csv', 'CSV, a row a workstream and week'),
      at('Runs', '/en/evidence.csv', 'CSV, a row a run; the records of a run are at its address with `.csv`'),
      at('Changes', '/en/changes.csv', 'CSV, a row a line of the ledger; `?from=` and `?to=`'),
    ]),
    '## API',
    listOf([
      at('Description', '/api/v1/openapi.json', 'OpenAPI 3.1'),
      at('Checklists', '/api/v1/checklists?locale=en', 'JSON'),
      at('Documents', '/api/v1/documents?locale=en', 'JSON'),
      at('Evidence', '/api/v1/evidence?locale=en', 'JSON: runs, what counts of each check'),
    ]),
    '## Feeds',
    listOf([
      at('Changes', '/feeds/en.atom', 'Atom: changes, blockers, missed Fridays, completed workstreams'),
      at(
        'Calendar',
        '/calendar/en.ics',
        'iCalendar: target dates, reviews, the Friday duty; `?role=` narrows it',
      ),
      at('Badge', '/badge/readiness.svg?locale=en', 'SVG; also `friday`, or the number of a workstream'),
    ]),
    '## Optional',
    listOf([at('Site map', '/sitemap.xml', 'every page in every language')]),
  )
}
