import path from 'node:path'
import type { RunKind } from '#features/evidence/run-model.ts'
import { forgetSent } from '#orchestrator/files/places.ts'
import { brokerOf } from '#orchestrator/operator/broker-of.ts'
import { COMMANDS } from '#orchestrator/operator/commands.ts'
import { finishRun } from '#orchestrator/operator/finish-run.ts'
import type { Workplace } from '#orchestrator/operator/workplace.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { Failure } from '#scripts/failure.js'

/** What a command prints that gives a run up. */
interface GivenUp {
  readonly ok: true
  readonly mode: 'give_up'
  readonly runId: string
  /** The project's path; null: nothing was recorded. */
  readonly bundle: string | null
}

/**
 * Ends an interrupted run where it is, under the conditions that it was begun under. Its bundle has what there is and
 * claims `ok: false`; what was not sent yet never is, and what was given up can be replayed.
 * @throws {Failure} where none of this kind is under way
 */
export async function giveUp(place: Workplace, kind: RunKind): Promise<GivenUp> {
  const { store, environment } = place
  const run = store.unfinishedRun(kind)
  const { script, boundaries } = COMMANDS[kind]
  if (!run) throw new Failure(`No run of ${script} is under way.`, 'Give the command without --give-up.')
  const broker = await brokerOf(run, environment, place.transport)
  store.removeBeginnings(run.runId)
  if (run.brokers === null) forgetSent(environment.outputsFolder)
  const told = { ok: true, mode: 'give_up', runId: run.runId } as const
  if (!store.hasRecords(run.runId)) {
    store.finishRun(run.runId, new Date().toISOString())
    return { ...told, bundle: null }
  }
  const { folder } = finishRun(place, run, boundaries, broker, counts => ({
    ok: false,
    givenUp: true,
    mode: kind.replaceAll('-', '_'),
    ...counts,
  }))
  return { ...told, bundle: path.relative(PROJECT, folder) }
}
