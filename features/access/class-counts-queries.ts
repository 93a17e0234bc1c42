import type { ClassCounts, Classed } from '#features/access/class-counts-model.ts'
import { CONTENT_CLASSES, type ContentClass } from '#features/access/class-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

interface Group {
  readonly class: ContentClass
  readonly _count: number
}

const countsOf = (groups: readonly Group[]): ClassCounts => {
  const count = (wanted: ContentClass) => groups.find(group => group.class === wanted)?._count ?? 0
  const [open, internal, restricted] = CONTENT_CLASSES
  return { [open]: count(open), [internal]: count(internal), [restricted]: count(restricted) }
}

/** How much of each kind there is of each class, as far as the reader may see it: an admin sees all. */
export async function readClassCounts(): Promise<Readonly<Record<Classed, ClassCounts>>> {
  const database = await viewDatabase()
  const present = { standingTexts: { some: { isCurrent: true } } }
  const grouped = { by: ['class'], _count: true } as const
  const [documents, sections, lines, runs] = await Promise.all([
    database.document.groupBy({ ...grouped, by: ['class'], where: present }),
    database.textSection.groupBy({
      ...grouped,
      by: ['class'],
      where: { revision: { standing: { is: { isCurrent: true } } } },
    }),
    database.ledgerLine.groupBy({ ...grouped, by: ['class'], where: { document: present } }),
    database.evidenceRun.groupBy({ ...grouped, by: ['class'], where: { standing: { isNot: null } } }),
  ])
  return {
    documents: countsOf(documents),
    sections: countsOf(sections),
    lines: countsOf(lines),
    runs: countsOf(runs),
  }
}
