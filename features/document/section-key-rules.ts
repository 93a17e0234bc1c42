import { takeAnchor } from '#features/document/slug-rules.ts'

/** Keys that a text gives to headings of its own, by their words. */
export type SectionNames = ReadonlyMap<string, string>

export const UNNAMED: SectionNames = new Map()

/** What a section is called before it has a key. */
interface Head {
  readonly number: number | null
  readonly heading: string
  /** False of the words before the first heading. */
  readonly named: boolean
}

/**
 * Keys by which sections are paired across languages, each once (docs/decisions/0026). A numbered one has its number
 * (`w-3`), the words before the first heading are `top`; any other is counted after the one of these before it
 * (`top.1`, `w-3.2`), unless the text names it: then counting goes on from there.
 */
export function sectionKeys(heads: readonly Head[], names: SectionNames): string[] {
  const taken = new Map<string, number>()
  const numbered = heads.map(({ number }) => (number === null ? null : takeAnchor(`w-${number}`, taken)))
  let before = 'top'
  let count = 0
  return heads.map(({ heading, named }, index) => {
    const own = numbered[index] ?? (named ? null : takeAnchor('top', taken))
    if (own !== null) {
      before = own
      count = 0
      return own
    }
    const wanted = names.get(heading) ?? `${before}.${count + 1}`
    const [, counted] = wanted.startsWith(`${before}.`) ? wanted.split('.') : []
    count = counted === undefined ? count + 1 : Number(counted)
    return takeAnchor(wanted, taken)
  })
}
