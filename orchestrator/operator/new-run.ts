import type { RunKind } from '#features/evidence/run-model.ts'
import { commandLine } from '#orchestrator/bundle/command-rules.ts'
import type { Environment } from '#orchestrator/env.ts'
import { COMMANDS } from '#orchestrator/operator/commands.ts'
import type { Conditions } from '#orchestrator/operator/conditions-rules.ts'
import { newRunId } from '#orchestrator/operator/run-id.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'

/** A run that is about to begin. */
export function newRun(
  kind: RunKind,
  { shaping }: Environment,
  conditions: Conditions,
  args: readonly string[],
): RunUnderWay {
  const now = new Date()
  const { what, script } = COMMANDS[kind]
  return {
    ...conditions,
    runId: newRunId(what, now),
    kind,
    startedAt: now.toISOString(),
    command: commandLine(shaping, script, args),
    replays: [],
    found: null,
  }
}
