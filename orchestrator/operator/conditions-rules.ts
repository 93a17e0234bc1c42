import type { RunUnderWay } from '#orchestrator/store/runs.ts'

/** Under what a run is begun. Its bundle tells one of each for all of it, so none may change while it is under way. */
export type Conditions = Pick<
  RunUnderWay,
  'environment' | 'controlledFailureTopic' | 'brokers' | 'policy' | 'subject' | 'isTreeChanged'
>

/** Where each is set, and how it is told. */
const PLACES: Readonly<Record<keyof Conditions, readonly [place: string, told: (of: Conditions) => string]>> =
  {
    environment: ['KES_ENVIRONMENT', of => of.environment],
    controlledFailureTopic: ['SINGLE_OPERATOR_FAIL_ON_TOPIC', of => of.controlledFailureTopic ?? 'none'],
    brokers: ['KAFKA_BROKERS', of => of.brokers?.toSorted().join(',') ?? 'none, files'],
    policy: ['orchestrator/policy.json', of => JSON.stringify(of.policy)],
    subject: ['the code', of => `${of.subject.repository} at ${of.subject.commit}`],
    isTreeChanged: ['files that differ from the commit', of => (of.isTreeChanged ? 'some' : 'none')],
  }

/** What is not as it was when a run was begun, a line each. */
export const differences = (begun: Conditions, now: Conditions): string[] =>
  Object.values(PLACES).flatMap(([place, told]) =>
    told(begun) === told(now) ? [] : [`${place}: begun with ${told(begun)}, now ${told(now)}`],
  )
