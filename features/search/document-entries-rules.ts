import type { Section } from '#features/document/section-model.ts'
import { TOP } from '#features/document/text-section-rules.ts'
import type { SearchEntry } from '#features/search/entry-model.ts'
import { plainText } from '#features/search/plain-text-rules.ts'

/** A state of a text, as far as search looks at it. */
export interface SearchedRevision {
  readonly documentPath: string
  readonly categoryCode: string
  readonly locale: string
  /** As far as those who are to find it may read it. */
  readonly sections: readonly Section[]
  readonly title: string
  readonly documentId: string | null
  readonly ownerRole: string | null
  readonly tracker: readonly { readonly number: number; readonly title: string; readonly ownerRole: string }[]
  /** Codes of the checks that it asks for, by the number of a workstream. */
  readonly checks: ReadonlyMap<number, readonly string[]>
}

/** Items of a document, by the name that they have in every language. */
export const documentItem = (path: string): string => `document:${path}`
export const workstreamItem = (path: string, number: number): string => `workstream:${path}/${number}`
export const sectionKeyOf = (item: string): string | null => /^section:[^#]*#(.*)$/s.exec(item)?.[1] ?? null
const sectionItem = (path: string, key: string): string => `section:${path}#${key}`

/** The words of a state of a text: of the document, of its workstreams, and of its other sections. */
export function documentEntries(revision: SearchedRevision): SearchEntry[] {
  const { documentPath: path, categoryCode, locale: lang, documentId, ownerRole, title } = revision
  const common = { lang, documentPath: path, categoryCode, number: null, anchor: null, names: [], codes: [] }
  const sections = revision.sections
  const bodyOf = (section: Section | undefined): string => (section ? plainText(section.nodes) : '')
  const numbers = new Set(revision.tracker.map(row => row.number))
  const top = sections.find(({ key }) => key === TOP)
  return [
    {
      ...common,
      item: documentItem(path),
      kind: 'document',
      title,
      body: bodyOf(top),
      names: documentId === null ? [] : [documentId],
      codes: [path, ...(ownerRole === null ? [] : [ownerRole])],
    },
    ...revision.tracker.map((row): SearchEntry => {
      const own = sections.filter(({ number }) => number === row.number)
      return {
        ...common,
        item: workstreamItem(path, row.number),
        kind: 'workstream',
        number: row.number,
        anchor: own[0]?.anchor ?? null,
        title: row.title,
        body: own.map(bodyOf).join(' '),
        names: [row.ownerRole],
        codes: revision.checks.get(row.number) ?? [],
      }
    }),
    ...sections.flatMap((section): SearchEntry[] => {
      if (section === top || (section.number !== null && numbers.has(section.number))) return []
      return [
        {
          ...common,
          item: sectionItem(path, section.key),
          kind: 'section',
          anchor: section.anchor,
          title: section.heading,
          body: bodyOf(section),
        },
      ]
    }),
  ]
}
