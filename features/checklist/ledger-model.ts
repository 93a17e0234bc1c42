import { z } from 'zod'
import type { ContentClass } from '#features/access/class-model.ts'
import { ROLES } from '#features/access/role-model.ts'
import { type Day, parseDay } from '#features/checklist/calendar-model.ts'
import { STATUSES } from '#features/checklist/status-model.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'

const day = z.string().transform((text, context): Day => {
  const parsed = parseDay(text)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', message: 'expected a calendar day YYYY-MM-DD' })
  return z.NEVER
})

const friday = day.refine(value => new Date(value).getUTCDay() === 5, 'expected a Friday')

/** What no reader can see and no database column can hold: controls, lone surrogates, bidi overrides. */
const UNSEEN = /[[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]--[\t\n]]/v

/** What words have, and a placeholder such as `…` does not. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/** What `words` take, as a message says it. */
export const EXPECTED_WORDS =
  'a text of 1 to 4000 characters, at least one of them a letter or digit, none a control character'

const words = z
  .string()
  .normalize('NFC')
  .trim()
  .max(4000)
  .refine(text => LETTER_OR_DIGIT.test(text) && !UNSEEN.test(text), `expected ${EXPECTED_WORDS}`)

const localizedText = z
  .partialRecord(z.enum(TEXT_LOCALES), words)
  .refine(texts => Object.keys(texts).length > 0, 'expected a text in at least one language')

/** The years of `Day`, so that the day of every instant in a ledger is one. */
const instant = z.iso
  .datetime({ offset: true })
  .refine(text => Date.parse(text) >= 0 && Date.parse(text) < Date.UTC(9999, 11, 31))

/** A text given in some languages. */
export type LocalizedText = z.infer<typeof localizedText>

/** One line of `change-log.jsonl`: a status and a date that held from `recordedAt` on. */
export const ledgerLineSchema = z.strictObject({
  /** Instant of recording, ISO 8601 with offset. */
  recordedAt: instant,
  /** The Friday the line reports for. */
  for: friday,
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

/** What of the words of a line the reader may not see. */
export interface WithheldWords {
  readonly class: ContentClass
  readonly words: readonly ('note' | 'reason' | 'resolution')[]
}

/** A line with its identity: the sha-256 of its canonical JSON, hex; without words where not everybody may see those. */
export interface HashedLedgerLine extends LedgerLine {
  readonly hash: string
  /** Among lines of its workstream that were recorded at the same instant, where the hash does not tell. */
  readonly rank?: number
  /** Words that the line has and the reader may not see; they are lacking above. */
  readonly withheld?: WithheldWords
}

/** A line as the portal keeps it. */
export interface RecordedLine extends HashedLedgerLine {
  /** Instant of the first commit that had it, ISO 8601; null where none has, and for an implied baseline. */
  readonly enteredAt: string | null
}

/** A line with its number in the file. */
export interface PlacedLedgerLine extends HashedLedgerLine {
  readonly line: number
}
