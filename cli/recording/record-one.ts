import type { Recording } from '#features/checklist/recording-model.ts'
import { carryOut, planOrRefuse } from './carry-out.ts'
import { expectUnchanged } from './expectation.ts'
import { openChecklist } from './open-checklist.ts'
import type { RecordingOptions } from './read-options.ts'
import { usualRole } from './recorder.ts'
import { ownWorkplace, type Workplace } from './workplace.ts'

/**
 * Records one change or confirmation, as of now.
 * @throws {Failure} where it cannot be recorded; then no file is written
 */
export async function recordOne(
  kind: Recording['kind'],
  { as, expect, document, isDryRun, ...reported }: RecordingOptions,
  signal: AbortSignal,
  workplace: Workplace = ownWorkplace(),
): Promise<void> {
  const now = new Date()
  const checklist = await openChecklist(workplace.environment.contentFolder, document, now)
  const by = as ?? (await usualRole(checklist, reported.workstream))
  const recording: Recording = { ...reported, kind, by }
  if (expect !== undefined) await expectUnchanged(checklist, expect, recording, now)
  await carryOut(await planOrRefuse(checklist, [recording], now), isDryRun, workplace, signal)
}
