import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { SectionNames } from '#features/document/section-key-rules.ts'
import type { Section } from '#features/document/section-model.ts'
import type { Structure } from '#features/document/structure-model.ts'

const NAME: Rule = {
  code: 'section-name',
  severity: 'error',
  mend: 'Write the heading of a section without a number, a colon, and a key such as `purpose` or `top.2`.',
}
const TWICE: Rule = {
  code: 'section-name-twice',
  severity: 'error',
  mend: 'Give each section a key of its own.',
}

const KEY = /^(?:(?:top|w-[1-9]\d{0,2})\.[1-9]\d{0,2}|(?!top$|w-\d)[a-z][a-z0-9-]{0,39})$/

/** Whether a text may be the key of a section that has a heading. */
export const isSectionKey = (text: string): boolean => /^(?!top$)[a-z][a-z0-9.-]{0,47}$/.test(text)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The keys that front matter gives to headings under `Sections`; what is no key is reported and left out. */
export function readSectionNames({ value, placeOf }: Structure): {
  names: SectionNames
  diagnostics: Diagnostic[]
} {
  const names = new Map<string, string>()
  if (!isRecord(value)) {
    const found = 'Sections: expected headings and their keys, found none'
    return { names, diagnostics: value === '' ? [] : [report(NAME, placeOf([]), found)] }
  }
  const diagnostics = Object.entries(value).flatMap(([heading, key]) => {
    const isKey = typeof key === 'string' && KEY.test(key)
    if (isKey) names.set(heading.trim(), key)
    const found = typeof key === 'string' ? key.slice(0, 60) : 'none'
    return isKey ? [] : [report(NAME, placeOf([heading]), `Sections: expected a key, found ${found}`)]
  })
  return { names, diagnostics }
}

/** Names of headings that the text does not have, and keys that more than one section would have. */
export function checkSectionNames(
  sections: readonly Section[],
  { placeOf }: Structure,
  names: SectionNames,
): Diagnostic[] {
  const unnumbered = sections.filter(({ number, key }) => number === null && key !== 'top')
  return [...names].flatMap(([heading, key]) => {
    const own = unnumbered.filter(section => section.heading === heading)
    const place = placeOf([heading])
    if (own.length === 0)
      return report(
        NAME,
        place,
        `Sections: expected a heading without a number, found none called ${heading}`,
      )
    return own.every(section => section.key === key)
      ? []
      : report(TWICE, place, `Sections: expected ${key} once, found it also of another section`)
  })
}
