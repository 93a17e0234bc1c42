import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type IngestOutcome, ingest } from '#features/ingest/ingest.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'
import type { Scenario } from '#tests/setup/simulated-runs.ts'

const NOW = new Date('2026-03-20T10:00:00Z')

export const SCENARIO: Scenario = {
  runId: 'smoke-1',
  intents: ['intent-1', 'intent-2', 'intent-3'],
  partitions: 6,
  failing: null,
  redeliveries: 1,
}

const TABLES = [
  'portal',
  'ingest',
  'evidence_run',
  'standing_run',
  'evidence_file',
  'evidence_lane',
  'evidence_record',
  'evidence_judgement',
  'evidence_finding',
]

/** What a second ingest of the same files has another of. */
const TIMES = `'ingested_at'`

/** A content folder and an evidence folder, and a database to take them in. */
export class EvidenceDesk {
  readonly content = new ContentFolder()
  readonly evidence = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-evidence-'))
  readonly database: TestDatabase

  constructor(database: TestDatabase) {
    this.database = database
    this.content.write('80_chain/checklist/en.md', checklist(ROWS))
  }

  static async open(): Promise<EvidenceDesk> {
    return new EvidenceDesk(await createTestDatabase())
  }

  ingest(database: TestDatabase = this.database, now: Date = NOW): Promise<IngestOutcome> {
    return ingest({
      contentFolder: this.content.folder,
      evidenceFolder: this.evidence,
      databaseUrl: database.writeUrl,
      now,
      onProgress: () => {},
    })
  }

  file(...parts: string[]): string {
    return path.join(this.evidence, 'dev', ...parts)
  }

  /** Every row of every table with the transaction that wrote it. */
  rowsWithWriters(): Promise<unknown[][]> {
    return Promise.all(
      TABLES.map(table => this.database.query(`SELECT xmin::text, t.* FROM "${table}" t ORDER BY t`)),
    )
  }

  async remove(): Promise<void> {
    this.content.remove()
    fs.rmSync(this.evidence, { recursive: true, force: true })
    await this.database.drop()
  }
}

/** Every row of evidence but for the instants of its ingest. */
export const evidenceRows = (database: TestDatabase): Promise<unknown[][]> =>
  Promise.all(
    TABLES.filter(table => table.startsWith('evidence_') || table === 'standing_run').map(table =>
      database.query(`SELECT to_jsonb(t) - ${TIMES} AS row FROM "${table}" t ORDER BY t`),
    ),
  )
