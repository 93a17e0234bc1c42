import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Boundary, RecordLine } from '#features/evidence/record-model.ts'
import { type Claims, type Run, runSchema } from '#features/evidence/run-model.ts'
import { createCounts, type RunCounts } from '#orchestrator/bundle/claims.ts'
import { maskValue } from '#orchestrator/bundle/mask-rules.ts'
import { writeRecordsFiles } from '#orchestrator/bundle/records-files.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import type { Store } from '#orchestrator/store/store.ts'

/** What is known of a run only at its end. */
export interface RunEnd extends Pick<Run, 'broker' | 'finishedAt'> {
  readonly boundaries: readonly Boundary[]
  /** What the run says of itself beside what is counted. */
  readonly claims: (counts: RunCounts) => Claims
}

/** A bundle as it was written. */
export interface WrittenBundle {
  readonly folder: string
  /** Of its run.json. */
  readonly sha256: string
  readonly run: Run
}

function* toldLines(lines: Iterable<string>, take: (record: RecordLine) => void): Generator<string> {
  for (const line of lines) {
    const record = maskValue(JSON.parse(line)) as RecordLine
    take(record)
    yield JSON.stringify(record)
  }
}

function runOf(run: RunUnderWay, end: RunEnd, files: Run['files'], counts: RunCounts): Run {
  const { runId, kind, environment, subject, startedAt, command, policy, replays } = run
  return runSchema.parse({
    schemaVersion: '1',
    runId,
    kind,
    environment,
    subject,
    startedAt,
    finishedAt: end.finishedAt,
    command,
    broker: end.broker,
    policy,
    boundaries: [...end.boundaries],
    controlledFailureTopic: run.controlledFailureTopic,
    replays,
    claims: end.claims(counts),
    files,
  })
}

function readWritten(folder: string): WrittenBundle {
  const manifest = fs.readFileSync(path.join(folder, 'run.json'))
  const sha256 = createHash('sha256').update(manifest).digest('hex')
  return { folder, sha256, run: runSchema.parse(JSON.parse(manifest.toString())) }
}

/** Waits until the disk has the names in a folder. Windows opens no folders, and writes its names by itself. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

/**
 * Writes a run of the store as a bundle, run.json last, under a name that nobody looks at until it is whole.
 * @param evidenceFolder that of all environments
 * A run whose bundle is there already, as after a crash, keeps it.
 */
export function writeBundle(
  store: Store,
  run: RunUnderWay,
  end: RunEnd,
  evidenceFolder: string,
): WrittenBundle {
  const environment = path.join(evidenceFolder, run.environment)
  const [folder, unfinished] = [path.join(environment, run.runId), path.join(environment, `.${run.runId}`)]
  if (fs.existsSync(folder)) return readWritten(folder)
  fs.rmSync(unfinished, { recursive: true, force: true })
  fs.mkdirSync(unfinished, { recursive: true })
  const counting = createCounts()
  const files = writeRecordsFiles(unfinished, toldLines(store.recordsOf(run.runId), counting.take))
  const written = runOf(run, end, files, counting.counts())
  const manifest = `${JSON.stringify(written, null, 2)}\n`
  fs.writeFileSync(path.join(unfinished, 'run.json'), manifest, { flush: true })
  syncFolder(unfinished)
  fs.renameSync(unfinished, folder)
  // The store forgets the records next.
  syncFolder(environment)
  return readWritten(folder)
}
