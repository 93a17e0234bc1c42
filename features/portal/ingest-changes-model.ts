import { z } from 'zod'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'

/** What changed as a whole: everything was read again by another version, or what is not told row by row. */
const CHANGED_WHOLES = ['again', 'categories', 'terms', 'history', 'other'] as const

const count = z.int().min(0)
const locales = z.array(z.enum(TEXT_LOCALES)).readonly()

/** The first of a list that may be long, and how long it is. */
const listOf = <T extends z.ZodType>(one: T) => z.object({ total: count, named: z.array(one).readonly() })

/** A document of which something changed, each language in one list at most. */
const changedDocument = z.object({
  path: z.string(),
  /** Languages whose texts are new, have other words, or are gone. */
  came: locales,
  changed: locales,
  gone: locales,
  /** Whether its class changed, or that of its sections or notes. */
  isReclassed: z.boolean(),
})

const runName = z.object({ environment: z.enum(ENVIRONMENTS), runId: z.string() })

/** What an ingest changed, as its row keeps it. */
export const ingestChangesSchema = z.object({
  /** By path. */
  documents: listOf(changedDocument),
  /** New lines of ledgers. */
  lines: count,
  runs: z.object({
    came: listOf(runName),
    gone: listOf(runName),
    /** Runs that were known and are judged anew. */
    judged: listOf(runName),
  }),
  wholes: z.array(z.enum(CHANGED_WHOLES)).readonly(),
})

export type IngestChanges = Readonly<z.infer<typeof ingestChangesSchema>>
export type ChangedDocument = Readonly<z.infer<typeof changedDocument>>
export type RunName = Readonly<z.infer<typeof runName>>
export type ChangedWhole = (typeof CHANGED_WHOLES)[number]

export interface ListOf<T> {
  readonly total: number
  readonly named: readonly T[]
}
