import { ContentFolder } from '#tests/integration/content-folder.ts'
import type { Canaries } from './canaries.ts'
import type { Class } from './model.ts'

/** The checklist that everybody may read, and not all of it. */
export const MIXED = { path: '80_chain/open', id: 'OPEN-CHECKLIST' } as const

const LANGUAGES = ['ka', 'en'] as const
type Language = (typeof LANGUAGES)[number]

/** A document that is as a whole of a class; its second section may be of a stricter one. */
export interface PlantedDocument {
  readonly path: string
  readonly id: string
  readonly class: Class
  readonly within: Class
}

export interface PlantedContent {
  readonly content: ContentFolder
  readonly documents: readonly PlantedDocument[]
}

/** Classes of the sections of the public checklist, by their number. */
const SECTIONS: Readonly<Record<number, Class>> = { 1: 'INTERNAL', 2: 'RESTRICTED', 3: 'PUBLIC' }

const tracker = (
  title: (number: number) => string,
): string => `| # | Workstream | Owner | Target Date | Status |
|---|---|---|---|---|
| 1 | ${title(1)} | CHAIN_OFFICER | 2026-03-04 | 🟢 DONE |
| 2 | ${title(2)} | LEDGER_ENGINEER | 2026-03-09 | ⚪ TODO |
| 3 | ${title(3)} | SRE_LEAD | 2026-03-12 | 🔴 BLOCKED |
`

/** A checklist whose sections and notes have classes of their own. */
function mixed(canaries: Canaries, lang: Language, age: 'past' | 'present'): string {
  const at = (place: string, of: Class) => canaries.at(`${age} ${lang} ${place}`, of)
  const section = (number: number) => {
    const of = SECTIONS[number] ?? 'PUBLIC'
    return `## ${number}. Section ${at(`heading ${number}`, of)}

Words ${at(`words ${number}`, of)}, see [^${number}].

- [ ] item ${at(`item ${number}`, of)}

### Within ${at(`subheading ${number}`, of)}

[away](https://example.org/${at(`link ${number}`, of)})
`
  }
  // It is gone, and its class is said no more: taking a section out publishes none of its past.
  const removed = age === 'past' ? `## 4. Removed\n\n${at('removed section', 'RESTRICTED')}\n` : ''
  return `---
Document ID: ${MIXED.id}
Owner Role: CHAIN_OFFICER
Last Review Date: 2026-03-04
${lang === 'ka' ? `Note Class: INTERNAL\nSection Classes: { ${age === 'past' ? 'w-4: RESTRICTED, ' : ''}w-1: INTERNAL, w-2: RESTRICTED }\n` : ''}---

# Checklist ${at('title', 'PUBLIC')}

${tracker(number => `Title ${at(`workstream ${number}`, 'PUBLIC')}`)}
${section(1)}
${section(2)}
${section(3)}
> 🔴 BLOCKED: ${canaries.at(`ledger note ${lang}`, 'INTERNAL')}

${removed}
## 5. Footnotes

[^1]: foot ${at('footnote 1', 'INTERNAL')}
[^2]: foot ${at('footnote 2', 'RESTRICTED')}
[^3]: foot ${at('footnote 3', 'PUBLIC')}
`
}

const line = (changes: object): string =>
  JSON.stringify({
    recordedAt: '2026-03-04T00:00:00+04:00',
    for: '2026-03-06',
    workstream: 1,
    kind: 'baseline',
    status: 'DONE',
    targetDate: '2026-03-04',
    by: 'CHAIN_OFFICER',
    ...changes,
  })

/** A ledger with a note, a reason and a resolution. */
function ledger(canaries: Canaries, name: string, of: Class): string {
  const both = (what: string) => ({
    ka: canaries.at(`${name} ${what} ka`, of),
    en: canaries.at(`${name} ${what} en`, of),
  })
  const blocked = {
    recordedAt: '2026-03-05T12:00:00+04:00',
    workstream: 3,
    kind: 'change',
    status: 'BLOCKED',
    targetDate: '2026-03-11',
    by: 'SRE_LEAD',
    note: both('earlier note'),
    reason: both('reason'),
  }
  const freed = {
    ...blocked,
    recordedAt: '2026-03-06T12:00:00+04:00',
    status: 'IN_PROGRESS',
    note: undefined,
    reason: undefined,
    resolution: both('resolution'),
  }
  const again = {
    ...blocked,
    recordedAt: '2026-03-10T12:00:00+04:00',
    for: '2026-03-13',
    targetDate: '2026-03-12',
    note: both('note'),
    reason: both('second reason'),
  }
  return `${[
    line({}),
    line({ workstream: 2, status: 'TODO', targetDate: '2026-03-09' }),
    line({ workstream: 3, status: 'IN_PROGRESS', targetDate: '2026-03-10' }),
    line(blocked),
    line(freed),
    line(again),
  ].join('\n')}\n`
}

/** One state of such a document. */
function whole(
  canaries: Canaries,
  lang: Language,
  age: 'past' | 'present',
  document: PlantedDocument,
): string {
  const name = nameOf(document)
  const at = (place: string, of = document.class) => canaries.at(`${age} ${lang} ${name} ${place}`, of)
  return `---
Document ID: ${document.id}
Class: ${document.class}
Owner Role: CHAIN_OFFICER
Last Review Date: 2026-03-04
${document.class === document.within ? '' : `Section Classes: { w-2: ${document.within} }\n`}---

# Plan ${at('title')}

${at('preamble')}

${tracker(number => `Title ${at(`workstream ${number}`)}`)}
## 1. Section ${at('heading')}

${at('words')}

## 2. Section

${at('words within', document.within)}

## 3. Section

> 🔴 BLOCKED: ${canaries.at(`${name} note ${lang}`, document.class)}
`
}

const nameOf = (document: Pick<PlantedDocument, 'class' | 'within'>): string =>
  `${document.class} document with ${document.within}`

function documentOf(canaries: Canaries, own: Class, within: Class): PlantedDocument {
  const name = nameOf({ class: own, within })
  return {
    path: `80_chain/${canaries.at(`path of ${name}`, own)}`,
    id: canaries.at(`identifier of ${name}`, own).toUpperCase(),
    class: own,
    within,
  }
}

/** A content folder in a git repository: two states, in two languages, of a checklist of all classes and of some of one each. */
export function plantContent(canaries: Canaries): PlantedContent {
  const content = new ContentFolder()
  const documents = [
    documentOf(canaries, 'PUBLIC', 'PUBLIC'),
    documentOf(canaries, 'INTERNAL', 'INTERNAL'),
    documentOf(canaries, 'INTERNAL', 'RESTRICTED'),
    documentOf(canaries, 'RESTRICTED', 'RESTRICTED'),
  ]
  content.git('init', '-q', '-b', 'main')
  for (const [age, at] of [
    ['past', '2026-03-04T10:00:00+04:00'],
    ['present', '2026-03-10T15:00:00+04:00'],
  ] as const) {
    for (const lang of LANGUAGES) {
      content.write(`${MIXED.path}/${lang}.md`, mixed(canaries, lang, age))
      for (const document of documents)
        content.write(`${document.path}/${lang}.md`, whole(canaries, lang, age, document))
    }
    if (age === 'present') {
      content.write(`${MIXED.path}/change-log.jsonl`, ledger(canaries, 'ledger', 'INTERNAL'))
      for (const document of documents)
        content.write(`${document.path}/change-log.jsonl`, ledger(canaries, nameOf(document), document.class))
    }
    content.commit(at)
  }
  return { content, documents }
}
