import type { ElementContent, Root, RootContent } from 'hast'
import { CONTINUE, SKIP, visit } from 'unist-util-visit'
import type { Term } from '#features/glossary/glossary-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import { foldWord } from '#features/search/fold-rules.ts'
import { georgianStems } from '#features/search/georgian-stem-rules.ts'
import { type Word, wordsOf } from '#features/search/word-rules.ts'

/** Where a word is a name, a title, or leads elsewhere already. */
const CLOSED = new Set(['a', 'code', 'pre', 'kbd', 'samp', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'data', 'th'])

/** A term as it is looked for in a text of one language: what each of its words may be. */
interface Sought {
  readonly id: string
  readonly words: readonly (readonly string[])[]
}

/** What a word is compared by: a Georgian one by its stems, another by itself and, in English, without a plural. */
function formsOf(word: string, lang: TextLocale): string[] {
  const folded = foldWord(word)
  if (lang === 'ka') return georgianStems(folded)
  return lang === 'en' ? [folded.replace(/(?<=[a-z]{2})s$/, '')] : [folded]
}

/** Any reading of the one word may be any of the other. */
const matches = (sought: readonly string[], found: readonly string[]): boolean =>
  found.some(form => sought.includes(form))

/** Terms by each form of their first word; of two that begin alike the longer is meant, and comes first. */
type SoughtByForm = ReadonlyMap<string, readonly Sought[]>

function soughtByForm(terms: readonly Term[], lang: TextLocale): SoughtByForm {
  const byForm = new Map<string, Sought[]>()
  const sought = terms
    .filter(({ linked }) => linked)
    .map(({ id, name }) => ({ id, words: wordsOf(name[lang]).map(({ text }) => formsOf(text, lang)) }))
    .toSorted((a, b) => b.words.length - a.words.length)
  for (const term of sought)
    for (const form of term.words[0] ?? []) byForm.set(form, [...(byForm.get(form) ?? []), term])
  return byForm
}

/** The sections of a page are rendered one by one, of the same terms. */
const known = new WeakMap<readonly Term[], Map<TextLocale, SoughtByForm>>()

function soughtOf(terms: readonly Term[], lang: TextLocale): SoughtByForm {
  const byLang = known.get(terms) ?? new Map<TextLocale, SoughtByForm>()
  known.set(terms, byLang)
  const sought = byLang.get(lang) ?? soughtByForm(terms, lang)
  byLang.set(lang, sought)
  return sought
}

/** Only spaces stand between the words of one term. */
const isTogether = (text: string, words: readonly Word[]): boolean =>
  words.every((word, at) => at === 0 || /^\s+$/.test(text.slice(words[at - 1]?.end, word.start)))

interface Found {
  readonly id: string
  readonly start: number
  readonly end: number
}

function firstIn(text: string, sought: SoughtByForm, lang: TextLocale, taken: Set<string>): Found[] {
  const words = wordsOf(text)
  const forms = words.map(word => formsOf(word.text, lang))
  const found: Found[] = []
  for (let at = 0; at < words.length; at += 1) {
    const begun = (forms[at] ?? []).flatMap(form => sought.get(form) ?? [])
    const term = begun
      .toSorted((a, b) => b.words.length - a.words.length)
      .find(
        ({ id, words: own }) =>
          !taken.has(id) &&
          own.every((one, step) => matches(one, forms[at + step] ?? [])) &&
          isTogether(text, words.slice(at, at + own.length)),
      )
    const last = words[at + (term?.words.length ?? 1) - 1]
    const start = words[at]?.start
    if (!term || !last || start === undefined) continue
    taken.add(term.id)
    found.push({ id: term.id, start, end: last.end })
    at += term.words.length - 1
  }
  return found
}

/** A text as the pieces around and in its terms. */
function linked(text: string, found: readonly Found[], hrefOf: (id: string) => string): ElementContent[] {
  const pieces: ElementContent[] = []
  let at = 0
  for (const { id, start, end } of found) {
    if (start > at) pieces.push({ type: 'text', value: text.slice(at, start) })
    pieces.push({
      type: 'element',
      tagName: 'a',
      properties: { href: hrefOf(id), dataTerm: id },
      children: [{ type: 'text', value: text.slice(start, end) }],
    })
    at = end
  }
  return at < text.length ? [...pieces, { type: 'text', value: text.slice(at) }] : pieces
}

/**
 * Makes the first occurrence of each term in a part of a document a link to it, whole words alone; not in code, headings
 * or links. Changes the tree.
 * @param lang of the text
 * @param hrefOf the address of a term by its id
 */
export function linkTerms(
  tree: Root,
  terms: readonly Term[],
  lang: TextLocale,
  hrefOf: (id: string) => string,
): void {
  const sought = soughtOf(terms, lang)
  const taken = new Set<string>()
  visit(tree, node => {
    if (node.type === 'element' && CLOSED.has(node.tagName)) return SKIP
    if (!('children' in node)) return CONTINUE
    const children: RootContent[] = node.children
    const pieces = children.flatMap((child): RootContent[] => {
      const found = child.type === 'text' ? firstIn(child.value, sought, lang, taken) : []
      return child.type === 'text' && found.length > 0 ? linked(child.value, found, hrefOf) : [child]
    })
    Object.assign(node, { children: pieces })
    return CONTINUE
  })
}
