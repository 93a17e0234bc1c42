import { findSubject } from '#orchestrator/bundle/subject.ts'
import type { Environment } from '#orchestrator/env.ts'
import type { Log } from '#orchestrator/log.ts'
import { type Conditions, differences } from '#orchestrator/operator/conditions-rules.ts'
import { POLICIES } from '#orchestrator/policy-model.ts'
import { PROJECT } from '#orchestrator/project.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import { Failure } from '#scripts/failure.js'

/** Where the repository has no public address. */
const REPOSITORY = 'mza'

/**
 * The conditions as they are now.
 * @throws {Failure} where nobody knows the commit, or files differ from it elsewhere than in dev
 */
export async function conditionsNow(
  environment: Environment,
  log: Log,
  project = PROJECT,
): Promise<Conditions> {
  const { subject, isTreeChanged } = await findSubject(project, environment, REPOSITORY)
  const changed = `Files differ from commit ${subject.commit.slice(0, 12)}, which the bundle would name.`
  if (isTreeChanged && environment.environment !== 'dev')
    throw new Failure(changed, 'Commit or undo the changes that `git status` shows.')
  if (isTreeChanged) log.warn(`${changed} It says so by the claim workingTree.`)
  return {
    environment: environment.environment,
    controlledFailureTopic: environment.failOnTopic,
    brokers: environment.kafka?.brokers ?? null,
    policy: POLICIES.consume,
    subject,
    isTreeChanged,
  }
}

/**
 * @param mend what to do where it cannot be begun like that again
 * @throws {Failure} where something is not as it was when the run was begun
 */
export function holdToConditions(run: RunUnderWay, now: Conditions, mend: string): void {
  const found = differences(run, now)
  if (found.length === 0) return
  throw new Failure(
    `The run ${run.runId} is under way, and not as now:\n${found.map(line => `  ${line}`).join('\n')}`,
    `Set these as they were, or ${mend}.`,
  )
}
