import type { PlacedTrackerRow } from '#features/checklist/tracker-model.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { blockerNoteOf } from '#features/document/blocker-rules.ts'
import type { Section } from '#features/document/section-model.ts'

const NOTE: Rule = {
  code: 'blocker-note-missing',
  severity: 'error',
  mend: 'Add a blockquote that begins with `🔴 BLOCKED:` to the section, and say what blocks.',
}
const SECTION: Rule = {
  code: 'section-missing',
  severity: 'warning',
  mend: 'Add a section whose heading begins with the number, such as `## 3. Title`.',
}

/** Whether every row has its section, and every blocked one a blocker note in it. */
export function checkRowSections(
  rows: readonly PlacedTrackerRow[],
  sections: readonly Section[],
): Diagnostic[] {
  return rows.flatMap(({ number, status, places }) => {
    const own = sections.filter(section => section.number === number)
    const noted = status !== 'BLOCKED' || own.some(section => blockerNoteOf(section))
    const expected = `expected a blocker note in section ${number}, found none`
    return [
      ...(own.length > 0 ? [] : [report(SECTION, places.number, `expected a section ${number}, found none`)]),
      ...(noted ? [] : [report(NOTE, places.status, expected)]),
    ]
  })
}
