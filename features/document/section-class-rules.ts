import { CONTENT_CLASSES, type ContentClass, isContentClass } from '#features/access/class-model.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { SectionClasses } from '#features/document/section-class-model.ts'
import { isSectionKey } from '#features/document/section-names-rules.ts'
import type { Structure } from '#features/document/structure-model.ts'

const MALFORMED: Rule = {
  code: 'section-class',
  severity: 'error',
  mend: `Write the key of a section, such as \`w-3\`, a colon, and one of ${CONTENT_CLASSES.join(', ')}.`,
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What front matter has under `Section Classes`; what is no key of a section or no class is reported and left out. */
export function readSectionClasses({ value, placeOf }: Structure): {
  classes: SectionClasses
  diagnostics: Diagnostic[]
} {
  const classes = new Map<string, ContentClass>()
  if (!isRecord(value)) {
    const found = 'Section Classes: expected keys of sections and their classes, found none'
    return { classes, diagnostics: value === '' ? [] : [report(MALFORMED, placeOf([]), found)] }
  }
  const diagnostics = Object.entries(value).flatMap(([key, given]) => {
    const at = placeOf([key])
    if (!isSectionKey(key))
      return [
        report(MALFORMED, at, `Section Classes: expected the key of a section, found ${key.slice(0, 60)}`),
      ]
    if (typeof given === 'string' && isContentClass(given)) {
      classes.set(key, given)
      return []
    }
    const found = typeof given === 'string' ? given.slice(0, 60) : 'none'
    const expected = CONTENT_CLASSES.join(', ')
    return [report(MALFORMED, at, `Section Classes.${key}: expected ${expected}, found ${found}`)]
  })
  return { classes, diagnostics }
}
