import { readTracker } from '#features/checklist/tracker-rules.ts'
import { acceptanceItemsOf } from '#features/document/acceptance-rules.ts'
import type { FactDifference } from '#features/document/fact-difference-model.ts'
import type { Section } from '#features/document/section-model.ts'
import { sectionWords } from '#features/document/section-words-rules.ts'

type Sides<T> = readonly [T, T]

const mapSides = <A, B>([a, b]: Sides<A>, make: (side: A) => B): Sides<B> => [make(a), make(b)]

const COLUMNS = ['ownerRole', 'targetDate', 'status'] as const
const DAY = /(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g

function differingItems(sections: Sides<Section>): FactDifference[] {
  const [a, b] = mapSides(sections, acceptanceItemsOf)
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => ({
    kind: 'item' as const,
    item: index + 1,
    sides: [a[index]?.met ?? null, b[index]?.met ?? null] as const,
  })).filter(({ sides }) => sides[0] !== sides[1])
}

const rowsOf = ({ nodes }: Section) =>
  new Map((readTracker('', { type: 'root', children: [...nodes] }).rows ?? []).map(row => [row.number, row]))

function differingCells(sections: Sides<Section>): FactDifference[] {
  const [a, b] = mapSides(sections, rowsOf)
  return [...new Set([...a.keys(), ...b.keys()])].flatMap(row =>
    COLUMNS.map(column => ({
      kind: 'cell' as const,
      row,
      column,
      sides: [a.get(row)?.[column] ?? null, b.get(row)?.[column] ?? null] as const,
    })).filter(({ sides }) => sides[0] !== sides[1]),
  )
}

/** Days that a section names in its words, and how often; those of the tracker are cells. */
const daysOf = (section: Section): Map<string, number> =>
  new Map(
    [...Map.groupBy(sectionWords(section).match(DAY) ?? [], day => day)].map(([day, all]) => [
      day,
      all.length,
    ]),
  )

function differingDays(sections: Sides<Section>): FactDifference[] {
  const [a, b] = mapSides(sections, daysOf)
  return [...new Set([...a.keys(), ...b.keys()])]
    .toSorted()
    .map(day => ({ kind: 'day' as const, day, sides: [a.get(day) ?? 0, b.get(day) ?? 0] as const }))
    .filter(({ sides }) => sides[0] !== sides[1])
}

/** What two texts of one section state differently: acceptance items, cells of the tracker, days. */
export const factDifferences = (sections: Sides<Section>): FactDifference[] => [
  ...differingItems(sections),
  ...differingCells(sections),
  ...differingDays(sections),
]
