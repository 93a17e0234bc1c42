import type { ContentClass } from '#features/access/class-model.ts'

/** What is counted by class. */
export const CLASSED = ['documents', 'sections', 'lines', 'runs'] as const
export type Classed = (typeof CLASSED)[number]

export type ClassCounts = Readonly<Record<ContentClass, number>>
