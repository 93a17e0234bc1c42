export type ProblemCode =
  | 'not-json'
  | 'invalid'
  | 'not-found'
  | 'method'
  | 'host'
  | 'media-type'
  | 'too-large'
  | 'kafka-off'
  | 'kafka-away'
  | 'kafka-refuses'
  | 'stopping'
  | 'fault'

interface Kind {
  readonly status: number
  readonly title: string
  readonly mend: string
}

const AGAIN = 'Send the same request again later: it is the same event, however often it arrives.'

export const PROBLEMS: Readonly<Record<ProblemCode, Kind>> = {
  'not-json': { status: 400, title: 'The body is not JSON', mend: 'Send one JSON object in UTF-8.' },
  invalid: { status: 422, title: 'The request is not right', mend: 'Correct the places that errors names.' },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    mend: 'POST to /kes/cases or /kes/payment-requests, or GET /health.',
  },
  method: { status: 405, title: 'This method is not for this address', mend: 'See the header Allow.' },
  host: {
    status: 421,
    title: 'This service has another name',
    mend: 'Ask for it under the address that it listens on.',
  },
  'media-type': {
    status: 415,
    title: 'The body has another form',
    mend: 'Send Content-Type: application/json, without a content encoding.',
  },
  'too-large': { status: 413, title: 'The body is too large', mend: 'Send at most 16 KiB.' },
  'kafka-off': {
    status: 503,
    title: 'Kafka is not switched on',
    mend: 'Set KES_ORCHESTRATOR_KAFKA_ENABLED=true and KAFKA_BROKERS where this service runs, and start it again.',
  },
  'kafka-away': { status: 503, title: 'The brokers do not answer', mend: AGAIN },
  'kafka-refuses': {
    status: 500,
    title: 'The brokers refuse the event',
    mend: 'Whoever runs this service finds the reason in its log. Send the same request again when it is mended.',
  },
  stopping: { status: 503, title: 'The service is about to stop', mend: AGAIN },
  fault: { status: 500, title: 'The service failed', mend: AGAIN },
}

/** One thing wrong with a request: a JSON Pointer into its body, or `header <name>`. */
export interface ProblemPlace {
  readonly place: string
  readonly problem: string
}

/** A refusal, told as RFC 9457 has it. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly errors: readonly ProblemPlace[]

  constructor(code: ProblemCode, errors: readonly ProblemPlace[] = [], cause?: unknown) {
    super(PROBLEMS[code].title, { cause })
    this.code = code
    this.errors = errors
  }
}

/** The body of a `application/problem+json` answer. */
export const problemBody = ({ code, errors }: Problem): object => ({
  type: `urn:kes:problem:${code}`,
  title: PROBLEMS[code].title,
  status: PROBLEMS[code].status,
  mend: PROBLEMS[code].mend,
  ...(errors.length > 0 && { errors }),
})
