import type { PlacedTrackerRow, TrackerColumn } from '#features/checklist/tracker-model.ts'
import { type Diagnostic, type Place, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'

const DISAGREES: Rule = {
  code: 'translation-disagrees',
  severity: 'error',
  mend: 'Make the cell of the translation equal to that of the authoritative text.',
}

const FACTS = ['ownerRole', 'targetDate', 'status'] as const satisfies readonly TrackerColumn[]

const at = (place: Place) => `${place.file}:${place.line}:${place.column}`

/** Whether a translation's tracker states the facts of the authoritative one. Titles are words and may differ. */
export function compareTrackers(
  authoritative: readonly PlacedTrackerRow[],
  translation: readonly PlacedTrackerRow[],
): Diagnostic[] {
  const theirs = new Map(translation.map(row => [row.number, row]))
  const ours = new Set(authoritative.map(row => row.number))
  const start = translation[0]?.places.number
  const differing = authoritative.flatMap(row => {
    const other = theirs.get(row.number)
    if (!other) {
      const found = `expected row ${row.number} as in ${at(row.places.number)}, found none`
      return start ? [report(DISAGREES, start, found)] : []
    }
    return FACTS.filter(fact => row[fact] !== other[fact]).map(fact =>
      report(
        DISAGREES,
        other.places[fact],
        `expected ${row[fact]} as in ${at(row.places[fact])}, found ${other[fact]}`,
      ),
    )
  })
  const surplus = translation
    .filter(row => !ours.has(row.number))
    .map(row => {
      const [first] = authoritative
      const where = first ? ` beginning at ${at(first.places.number)}` : ''
      return report(
        DISAGREES,
        row.places.number,
        `expected no row ${row.number}, as in the table${where}, found one`,
      )
    })
  return [...differing, ...surplus]
}
