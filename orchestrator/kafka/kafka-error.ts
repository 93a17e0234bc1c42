import { Failure } from '#scripts/failure.js'

/**
 * Why the broker did not do what was asked.
 * - `unreachable` nobody answers, or not in time: worth trying again
 * - `refused` the broker or its certificate says no: a person must change something
 * - `too-large` a record that no broker would take
 * - `closed` the transport was closed before it was done
 */
export type KafkaErrorCode = 'unreachable' | 'refused' | 'too-large' | 'closed'

const REMEDIES: Readonly<Record<KafkaErrorCode, string>> = {
  unreachable: 'See that the brokers of KAFKA_BROKERS run and can be reached; npm run kafka:up gives one.',
  refused: 'Correct the KAFKA_SSL and KAFKA_SASL variables, or ask who runs the brokers for the right.',
  'too-large': 'Send less in one event.',
  closed: 'Start again.',
}

/** A failure of the transport. Its message holds no secret and no object of the client's. */
export class KafkaError extends Failure {
  readonly code: KafkaErrorCode

  constructor(code: KafkaErrorCode, message: string) {
    super(message, REMEDIES[code])
    this.name = 'KafkaError'
    this.code = code
  }

  /** Whether the same may succeed later with nothing changed. */
  get isRetriable(): boolean {
    return this.code === 'unreachable'
  }
}
