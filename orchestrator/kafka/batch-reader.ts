import type { MessagesStream } from '@platformatic/kafka'
import type { RawMessage } from './delivery-rules.ts'

type ByteStream = MessagesStream<Buffer, Buffer, Buffer, Buffer>

/** Reads what a stream has, a batch at a time, until told to stop. */
export class BatchReader {
  readonly #stream: ByteStream
  readonly #most: number
  #wake = Promise.withResolvers<void>()
  #isOver = false
  #failure: Error | null = null

  constructor(stream: ByteStream, most: number) {
    this.#stream = stream
    this.#most = most
    stream.on('readable', () => this.#wake.resolve())
    stream.on('error', error => this.fail(error))
    stream.on('close', () => this.stop())
  }

  /** The next batch; null after `stop`. What was read ahead and not given out is left to whoever reads next. */
  async next(): Promise<readonly RawMessage[] | null> {
    for (;;) {
      if (this.#failure) throw this.#failure
      if (this.#isOver) return null
      this.#wake = Promise.withResolvers()
      const batch = this.#take()
      if (batch.length > 0) return batch
      await this.#wake.promise
    }
  }

  stop(): void {
    this.#isOver = true
    this.#wake.resolve()
  }

  fail(error: Error): void {
    this.#failure ??= error
    this.#wake.resolve()
  }

  #take(): RawMessage[] {
    const batch: RawMessage[] = []
    while (batch.length < this.#most) {
      const message: RawMessage | null = this.#stream.read()
      if (message === null) break
      batch.push(message)
    }
    return batch
  }
}
