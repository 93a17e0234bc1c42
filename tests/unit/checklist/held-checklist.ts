import { toString as textOf } from 'mdast-util-to-string'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { parseLedger } from '#features/checklist/ledger-rules.ts'
import { type HeldDocument, planRecordings } from '#features/checklist/recording-ingest.ts'
import type { Recording } from '#features/checklist/recording-model.ts'
import { STATUS_SIGNS } from '#features/checklist/status-model.ts'
import { blockerNoteOf } from '#features/document/blocker-rules.ts'
import { readDocumentFiles } from '#features/document/document-ingest.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import { ROWS } from '#tests/unit/checklist/legal-ledgers.ts'
import { DOCUMENT_OWNER, REVIEWED } from '#tests/unit/checklist/stories.ts'

const FOLDER = '80_chain/example'
const LEDGER = `${FOLDER}/change-log.jsonl`

const table = ROWS.map(
  ({ number, title, ownerRole, targetDate, status }) =>
    `| ${number} | ${title} | ${ownerRole} | ${targetDate} | ${STATUS_SIGNS[status]} ${status} |`,
).join('\n')

export const TEXT = `---
Owner Role: ${DOCUMENT_OWNER}
Last Review Date: ${REVIEWED}
---
# Checklist

| # | Workstream | Owner | Target Date | Status |
|---|---|---|---|---|
${table}

${ROWS.map(({ number }) => `## ${number}. Section\n\nWords of ${number}.\n`).join('\n')}`

/** A checklist whose files are held in memory, and change as plans say. */
export class HeldChecklist {
  readonly files: Map<string, Uint8Array>

  constructor(texts: Partial<Record<TextLocale, string>> = { ka: TEXT, en: TEXT }, ledger?: string) {
    this.files = new Map(
      Object.entries(texts).map(([locale, text]) => [`${FOLDER}/${locale}.md`, Buffer.from(text)]),
    )
    if (ledger !== undefined) this.files.set(LEDGER, Buffer.from(ledger))
  }

  #source(path: string) {
    const bytes = this.files.get(path)
    return { absolute: `/nowhere/${path}`, file: path, path, ...(bytes ? { bytes } : {}) }
  }

  async read(now: Date) {
    const texts = (['ka', 'en', 'ru'] as const)
      .filter(locale => this.files.has(`${FOLDER}/${locale}.md`))
      .map(locale => ({ locale, source: this.#source(`${FOLDER}/${locale}.md`) }))
    const ledger = this.files.has(LEDGER) ? this.#source(LEDGER) : null
    return readDocumentFiles({ path: FOLDER, category: '80_chain', texts, ledger }, now)
  }

  async plan(recordings: readonly Recording[], now: Date) {
    const { document, diagnostics } = await this.read(now)
    if (!document) throw new Error(JSON.stringify(diagnostics))
    return planRecordings({ document, diagnostics } satisfies HeldDocument, recordings, now)
  }

  /** Plans and does what was planned. The codes of the errors that kept it from that; none where it was done. */
  async record(recordings: readonly Recording[], now: Date): Promise<string[]> {
    const { plan, diagnostics } = await this.plan(recordings, now)
    for (const { source, after } of plan?.files ?? []) this.files.set(source.path, after)
    return plan ? [] : diagnostics.filter(found => found.severity === 'error').map(found => found.code)
  }

  text(locale: TextLocale): string {
    return Buffer.from(this.files.get(`${FOLDER}/${locale}.md`) ?? []).toString()
  }

  get ledger(): string {
    return Buffer.from(this.files.get(LEDGER) ?? []).toString()
  }

  get lines(): readonly LedgerLine[] {
    return parseLedger(LEDGER, this.ledger).lines
  }
}

/** Words of each section's blocker note, by language and number. */
export async function notesIn(checklist: HeldChecklist, now: Date): Promise<Record<string, string>> {
  const { document } = await checklist.read(now)
  return Object.fromEntries(
    (document?.sources ?? []).flatMap(({ locale, sections }) =>
      sections.flatMap(section => {
        const note = blockerNoteOf(section)
        return note ? [[`${locale} ${section.number}`, note.map(node => textOf(node)).join('\n')]] : []
      }),
    ),
  )
}
