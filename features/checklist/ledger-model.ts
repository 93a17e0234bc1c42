import { z } from 'zod'
import { ROLES } from '#features/access/role-model.ts'
import { type Day, parseDay } from '#features/checklist/calendar-model.ts'
import { STATUSES } from '#features/checklist/status-model.ts'

const day = z.string().transform((text, context): Day => {
  const parsed = parseDay(text)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', message: 'expected a calendar day YYYY-MM-DD' })
  return z.NEVER
})

const localizedText = z.partialRecord(z.enum(['ka', 'en', 'ru', 'tr', 'hy', 'ar']), z.string().trim().min(1).max(4000))

/** A text given in some languages. */
export type LocalizedText = z.infer<typeof localizedText>

/** One line of `change-log.jsonl`: a status and a date that held from `recordedAt` on. */
export const ledgerLineSchema = z.strictObject({
  /** Instant of recording, ISO 8601 with offset. */
  recordedAt: z.iso.datetime({ offset: true }),
  /** The Friday the line reports for. */
  for: day,
  workstream: z.int().min(1).max(999),
  kind: z.enum(['baseline', 'change', 'confirm']),
  status: z.enum(STATUSES),
  targetDate: day,
  by: z.enum(ROLES),
  note: localizedText.optional(),
  reason: localizedText.optional(),
  resolution: localizedText.optional(),
})

export type LedgerLine = z.infer<typeof ledgerLineSchema>

/** A line with its identity (sha-256 of its canonical JSON, hex) and its line number in the file. */
export interface PlacedLedgerLine extends LedgerLine {
  readonly hash: string
  readonly line: number
}
