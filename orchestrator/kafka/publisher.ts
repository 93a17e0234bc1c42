import { Producer, type ProducerOptions, stringSerializers } from '@platformatic/kafka'
import type { KafkaRecordInput, Placement } from '#orchestrator/transport-model.ts'
import { failureCode } from './failure-rules.ts'
import { KafkaError } from './kafka-error.ts'
import { ignoringLateErrors } from './late-errors.ts'
import { partitionFor, placementsOf } from './placement-rules.ts'
import { LARGEST_PORTION, portions, sizeOf } from './portion-rules.ts'

type Strings = ProducerOptions<string, string, string, string>
type TextProducer = Producer<string, string, string, string>

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 2_000

interface Waiting {
  readonly records: readonly KafkaRecordInput[]
  readonly resolve: (placements: readonly Placement[]) => void
  readonly reject: (error: unknown) => void
}

/**
 * Sends records, idempotent and acknowledged by all replicas. One request is under way at a time, so that nothing
 * overtakes; what comes meanwhile goes out together.
 */
export class Publisher {
  readonly #options: Strings
  readonly #patienceMs: number
  #producer: TextProducer | null = null
  #waiting: Waiting[] = []
  #sending: Promise<void> | null = null
  #isClosed = false
  #giveUp: (error: unknown) => void = () => {}

  /** @param patienceMs how long records may take that go out together, the client's own attempts included */
  constructor(options: Omit<Strings, 'serializers'>, patienceMs: number) {
    this.#patienceMs = patienceMs
    this.#options = {
      ...options,
      idempotent: true,
      serializers: stringSerializers,
      // Within one producer a repeated request keeps its sequence numbers, so that the broker drops what it has.
      retries: Number.MAX_SAFE_INTEGER,
      retryDelay: (_client: unknown, _operation: string, attempt: number, _most: number, error: Error) => {
        // The client would try again for ever, also where its password is wrong.
        if (failureCode(error) === 'refused') this.#giveUp(error)
        return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempt - 1, 10))
      },
    }
  }

  publish(records: readonly KafkaRecordInput[]): Promise<readonly Placement[]> {
    if (this.#isClosed) return Promise.reject(new KafkaError('closed', 'The transport is closed.'))
    const large = records.find(record => sizeOf(record) > LARGEST_PORTION)
    if (large)
      return Promise.reject(
        new KafkaError(
          'too-large',
          `A record for ${large.topic} has ${sizeOf(large)} bytes; ${LARGEST_PORTION} is the most.`,
        ),
      )
    return new Promise((resolve, reject) => {
      this.#waiting.push({ records, resolve, reject })
      this.#sending ??= this.#sendAll().finally(() => {
        this.#sending = null
      })
    })
  }

  /** Waits for what is under way, at most as long as it may take. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#sending
    await this.#drop()
  }

  async #sendAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const taken = this.#waiting
      this.#waiting = []
      try {
        const placed = await this.#send(taken.flatMap(({ records }) => records))
        let from = 0
        for (const { records, resolve } of taken) {
          resolve(placed.slice(from, from + records.length))
          from += records.length
        }
      } catch (error) {
        for (const { reject } of taken) reject(error)
      }
    }
  }

  async #send(records: readonly KafkaRecordInput[]): Promise<Placement[]> {
    const latest = performance.now() + this.#patienceMs
    const placed: Placement[] = []
    for (const portion of portions(records)) placed.push(...(await this.#sendPortion(portion, latest)))
    return placed
  }

  async #sendPortion(records: readonly KafkaRecordInput[], latest: number): Promise<Placement[]> {
    this.#producer ??= ignoringLateErrors(new Producer(this.#options))
    const producer = this.#producer
    const givenUp = Promise.withResolvers<never>()
    this.#giveUp = givenUp.reject
    const timer = setTimeout(() => {
      givenUp.reject(new KafkaError('unreachable', `No acknowledgement within ${this.#patienceMs} ms.`))
    }, latest - performance.now())
    try {
      return await Promise.race([sendWith(producer, records), givenUp.promise])
    } catch (error) {
      // What is still on its way is given up with the producer; a later one has an identity of its own.
      await this.#drop()
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  async #drop(): Promise<void> {
    const producer = this.#producer
    this.#producer = null
    await producer?.close(true).catch(() => {})
  }
}

async function sendWith(producer: TextProducer, records: readonly KafkaRecordInput[]): Promise<Placement[]> {
  const topics = [...new Set(records.map(({ topic }) => topic))]
  const metadata = await producer.metadata({ topics })
  const partitions = records.map(({ topic, key }) => {
    const count = metadata.topics.get(topic)?.partitionsCount
    if (!count) throw new KafkaError('unreachable', `The brokers do not tell the partitions of ${topic}.`)
    return partitionFor(key, count)
  })
  const sentAt = Date.now()
  const { offsets } = await producer.send({
    messages: records.map((record, index) => ({
      ...record,
      partition: partitions[index] ?? 0,
      timestamp: BigInt(sentAt),
    })),
  })
  return placementsOf(records, partitions, offsets ?? [], new Date(sentAt).toISOString())
}
