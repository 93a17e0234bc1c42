import { describe, expect, test } from 'vitest'
import { recordLineSchema } from '#features/evidence/record-model.ts'
import type { DlqRecord } from '#orchestrator/dlq-model.ts'
import { followUpId } from '#orchestrator/event-id-rules.ts'
import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'
import { createRecorder } from '#orchestrator/store/recorder.ts'
import { createWorker } from '#orchestrator/worker/worker.ts'
import { Interrupted } from '#scripts/failure.js'
import { at, HASTY, openBench, RUN_ID, recordsOf } from './bench.ts'
import { delivery, event } from './events.ts'

const dlqOf = (store: Parameters<typeof recordsOf>[0]): DlqRecord[] =>
  recordsOf(store).flatMap(({ boundary, value }) =>
    boundary === 'dlq' ? [value as unknown as DlqRecord] : [],
  )

const NEXT = followUpId('event-1', 'mint.requested')

describe('a worker', () => {
  test('gives an event its effect, sends what follows, and writes each boundary down', async () => {
    const { store, worker } = openBench()
    await worker.handle([delivery(event(), { partition: 3, offset: 17 })])
    expect(at(store, 'consume')).toEqual(['milestone.approved event-1'])
    expect(at(store, 'effect')).toEqual(['milestone.approved event-1'])
    expect(at(store, 'publish')).toEqual([`mint.requested ${NEXT}`])
    for (const record of recordsOf(store)) recordLineSchema.parse(record)
    const [consumed, effect, sent] = recordsOf(store)
    expect(consumed).toMatchObject({ partition: 3, offset: 17, key: 'intent-1', value: event() })
    expect(effect).toMatchObject({ partition: 3, offset: 17 })
    expect(sent).toMatchObject({
      key: 'intent-1',
      value: { intentId: 'intent-1', payload: { unit: 'milestone' } },
    })
    expect(store.pendingOfRun(RUN_ID)).toEqual([])
  })

  test('gives an event one effect and one follow-up, however often it is delivered', async () => {
    const { store, worker } = openBench()
    const again = delivery(event())
    await worker.handle([again, again])
    await worker.handle([again])
    expect(at(store, 'consume')).toHaveLength(3)
    expect(at(store, 'effect')).toHaveLength(1)
    expect(at(store, 'publish')).toHaveLength(1)
  })

  test('leaves what ended in another run to the evidence of that run', async () => {
    const { store, worker, parts } = openBench()
    await worker.handle([delivery(event())])
    const recorder = createRecorder(store, 'run-2', 'worker-2')
    await createWorker(parts('worker-2', { recorder })).handle([delivery(event()), delivery(event())])
    expect([...store.recordsOf('run-2')]).toEqual([])
    expect(at(store, 'effect')).toHaveLength(1)
  })

  test('gives an event one effect where two processes are given it at once', async () => {
    let release = () => {}
    const both = new Promise<void>(resolve => {
      release = resolve
    })
    let waiting = 0
    const step = async () => {
      waiting += 1
      if (waiting === 2) release()
      await both
      return {}
    }
    const { store, parts } = openBench({ step })
    const [one, other] = [createWorker(parts('worker-1')), createWorker(parts('worker-2'))]
    await Promise.all([one.handle([delivery(event())]), other.handle([delivery(event())])])
    expect(waiting).toBe(2)
    expect(at(store, 'consume')).toHaveLength(2)
    expect(at(store, 'effect')).toHaveLength(1)
  })

  test('sends what a process that died between effect and sending had left, when the event comes again', async () => {
    let isDown = true
    const { store, worker, parts } = openBench({
      transport: files => ({
        ...files,
        publish: records => (isDown ? Promise.reject(new Error('no broker')) : files.publish(records)),
      }),
    })
    await expect(worker.handle([delivery(event())])).rejects.toThrow('no broker')
    expect(at(store, 'effect')).toHaveLength(1)
    isDown = false
    await createWorker(parts('worker-2')).handle([delivery(event())])
    expect(at(store, 'effect')).toHaveLength(1)
    expect(at(store, 'publish')).toEqual([`mint.requested ${NEXT}`])
  })

  test('sends what was left when it starts, too', async () => {
    let isDown = true
    const { store, worker, parts } = openBench({
      transport: files => ({
        ...files,
        publish: records => (isDown ? Promise.reject(new Error('no broker')) : files.publish(records)),
      }),
    })
    await expect(worker.handle([delivery(event())])).rejects.toThrow('no broker')
    isDown = false
    await createWorker(parts('worker-2')).drain()
    expect(at(store, 'publish')).toEqual([`mint.requested ${NEXT}`])
  })

  test('ends between two attempts at sending when it is told to, and keeps all in the outbox', async () => {
    const controller = new AbortController()
    let attempts = 0
    const { store, parts } = openBench({
      transport: files => ({
        ...files,
        publish: () => {
          attempts += 1
          controller.abort()
          return Promise.reject(new Error('no broker'))
        },
      }),
    })
    const patient = { ...HASTY, backoff: { ...HASTY.backoff, initialMs: 3_600_000, maxMs: 3_600_000 } }
    const policies = { consume: HASTY, publish: patient }
    const told = createWorker(parts('worker-2', { signal: controller.signal, policies }))
    await expect(told.handle([delivery(event())])).rejects.toThrow(Interrupted)
    expect(attempts).toBe(1)
    expect(store.pendingOfRun(RUN_ID)).toHaveLength(1)
  })

  test('sends much in slices, and writes down each that is acknowledged before the next', async () => {
    const slices: string[][] = []
    const { store, worker } = openBench({
      transport: files => ({
        ...files,
        publish: records => {
          slices.push(records.map(({ key }) => key))
          return slices.length > 2 ? Promise.reject(new Error('no broker')) : files.publish(records)
        },
      }),
    })
    const inputs = Array.from({ length: 1200 }, (_, number) =>
      buildKafkaRecordInput(
        'milestone.approved',
        event({ eventId: `event-${number}`, intentId: `intent-${number}` }),
      ),
    )
    store.inTransaction(() => {
      store.putBeginnings(
        RUN_ID,
        inputs.map(input => ({ ...input, boundary: 'publish' })),
      )
    })
    await expect(worker.drain()).rejects.toThrow('no broker')
    expect(slices.slice(0, 2).flat()).toEqual(inputs.slice(0, 1000).map(({ key }) => key))
    expect(new Set(slices.slice(2).map(slice => slice.length))).toEqual(new Set([200]))
    expect(at(store, 'publish')).toHaveLength(1000)
    expect(store.pendingOfRun(RUN_ID).flatMap(({ sendings }) => sendings)).toHaveLength(200)
  })

  test('tries again after a failure, and counts its attempts', async () => {
    let failures = 2
    const step = () => {
      failures -= 1
      if (failures >= 0) throw new Error('not yet')
      return {}
    }
    const { store, worker } = openBench({ step })
    await worker.handle([delivery(event())])
    expect(
      recordsOf(store).flatMap(({ boundary, attempt }) => (boundary === 'consume' ? [attempt] : [])),
    ).toEqual([1, 2, 3])
    expect(at(store, 'effect')).toHaveLength(1)
    expect(at(store, 'dlq')).toEqual([])
  })

  test('gives up after its last attempt: into the DLQ, with its ids, origin and original, and without effect', async () => {
    const { store, worker } = openBench({
      step: () => {
        throw new Error('the mint is closed')
      },
    })
    const failed = delivery(event(), { topic: 'mint.requested', partition: 2, offset: 5 })
    await worker.handle([failed])
    expect(at(store, 'consume')).toHaveLength(HASTY.maxAttempts)
    expect(at(store, 'effect')).toEqual([])
    expect(dlqOf(store)).toMatchObject([
      {
        eventId: 'event-1',
        intentId: 'intent-1',
        reason: 'the mint is closed',
        sourceTopic: 'mint.requested',
        origin: { topic: 'mint.requested', partition: 2, offset: 5 },
        runId: RUN_ID,
        original: { key: 'intent-1', value: failed.value, isCut: false },
      },
    ])
    await worker.handle([failed])
    expect(dlqOf(store)).toHaveLength(1)
  })

  test('tells nobody the secret that a step complains of', async () => {
    const { store, worker } = openBench({
      step: () => {
        throw new Error('POST https://mint.example/?access_token=4eC39HqLyjWDarjtT1zdp7dc failed')
      },
    })
    await worker.handle([delivery(event(), { topic: 'mint.requested' })])
    expect(dlqOf(store)).toMatchObject([{ reason: '<masked>' }])
    expect(JSON.stringify(recordsOf(store))).not.toContain('4eC39')
  })

  test('gives up an attempt that takes too long, and heeds nothing that comes of it later', async () => {
    const { store, worker } = openBench({ step: () => new Promise(() => {}) })
    await worker.handle([delivery(event())])
    expect(dlqOf(store)).toMatchObject([{ reason: `timeout_after_${HASTY.timeoutMs}_ms` }])
  })

  test('keeps the order of an intent whose event is retried, while others go on', async () => {
    const order: string[] = []
    let failures = 2
    const { store, worker } = openBench({
      step: ({ eventId }) => {
        if (eventId === 'slow' && failures-- > 0) throw new Error('not yet')
        order.push(eventId)
        return {}
      },
    })
    await worker.handle([
      delivery(event({ eventId: 'slow' })),
      delivery(event({ eventId: 'after-slow' })),
      delivery(event({ eventId: 'other', intentId: 'intent-2' }), { key: 'intent-2' }),
    ])
    expect(order).toEqual(['other', 'slow', 'after-slow'])
    expect(at(store, 'effect')).toEqual(order.map(id => `milestone.approved ${id}`))
  })

  test('handles a batch while what follows from the one before is on its way, and sends in order', async () => {
    const gate = Promise.withResolvers<void>()
    const handled: string[] = []
    const sent: string[] = []
    const { worker } = openBench({
      step: ({ eventId }) => {
        handled.push(eventId)
        return {}
      },
      transport: files => ({
        ...files,
        publish: async records => {
          sent.push(...records.map(({ key }) => key))
          await gate.promise
          return files.publish(records)
        },
      }),
    })
    const [one, two] = ['one', 'two'].map(id =>
      worker.handle([delivery(event({ eventId: id, intentId: id }), { key: id })]),
    )
    await expect.poll(() => handled).toEqual(['one', 'two'])
    await expect.poll(() => sent).toEqual(['one'])
    gate.resolve()
    await Promise.all([one, two])
    expect(sent).toEqual(['one', 'two'])
  })

  test('gives an event that comes again while it is in hand one effect and one follow-up', async () => {
    const { store, worker } = openBench()
    await Promise.all([1, 2, 3].map(() => worker.handle([delivery(event())])))
    expect(at(store, 'consume')).toHaveLength(3)
    expect(at(store, 'effect')).toHaveLength(1)
    expect(at(store, 'publish')).toHaveLength(1)
  })

  test('sends nothing of a batch behind one whose sending failed', async () => {
    const { store, worker } = openBench({
      transport: files => ({ ...files, publish: () => Promise.reject(new Error('no broker')) }),
    })
    const ended = await Promise.allSettled(
      ['one', 'two'].map(id => worker.handle([delivery(event({ eventId: id, intentId: id }), { key: id })])),
    )
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(at(store, 'publish')).toEqual([])
    expect(store.pendingOfRun(RUN_ID)).toHaveLength(2)
  })

  test('has written the effects of others before a retry is due', async () => {
    const seen: number[] = []
    let attempts = 0
    const { store, worker } = openBench({
      step: ({ eventId }) => {
        if (eventId !== 'slow') return {}
        attempts += 1
        if (attempts === HASTY.maxAttempts) seen.push(at(store, 'effect').length)
        throw new Error('never')
      },
    })
    const other = delivery(event({ eventId: 'other', intentId: 'intent-2' }), { key: 'intent-2' })
    await worker.handle([delivery(event({ eventId: 'slow' })), other])
    expect(seen).toEqual([1])
  })

  test.each([
    ['poison', 'no JSON at all', 'intent-1', { eventId: null, intentId: 'intent-1' }, /^poison_message/],
    [
      'poison without a key',
      '[]',
      null,
      { eventId: null, intentId: 'unknown:mint.requested:1:7' },
      /^poison/,
    ],
    [
      'a breach',
      { ...event(), payload: 1 },
      'intent-1',
      { eventId: 'event-1', intentId: 'intent-1' },
      /^schema_invalid/,
    ],
    [
      'an unknown version',
      { ...event(), schemaVersion: 'v7' },
      'intent-1',
      { eventId: 'event-1' },
      /^schema_unknown/,
    ],
    ['another key', event(), 'intent-2', { eventId: 'event-1', intentId: 'intent-1' }, /^key_not_intent/],
  ])('sends %s to the DLQ at once, and goes on behind it', async (_, value, key, ids, reason) => {
    const { store, worker } = openBench()
    const bad = delivery(value, { topic: 'mint.requested', key, partition: 1, offset: 7 })
    const good = delivery(event({ eventId: 'good' }), { topic: 'mint.requested', partition: 1, offset: 8 })
    await worker.handle([bad, good])
    expect(dlqOf(store)).toMatchObject([{ ...ids, reason: expect.stringMatching(reason) }])
    expect(at(store, 'effect')).toEqual(['mint.requested good'])
    await worker.handle([bad])
    expect(dlqOf(store)).toHaveLength(1)
  })

  test('tells evidence no more of poison than that it lies in the DLQ', async () => {
    const { store, worker } = openBench()
    const poison = `\0${'\ud800'}${'"'.repeat(200_000)}`
    await worker.handle([delivery(poison, { key: 'x\0', partition: 0, offset: 1 })])
    expect(at(store, 'consume')).toEqual([])
    const [line = ''] = [...store.recordsOf(RUN_ID)]
    expect(Buffer.byteLength(line)).toBeLessThan(64 * 1024)
    expect(dlqOf(store)).toMatchObject([{ original: { isCut: true } }])
  })

  test('fails an attempt whose follow-up would break its contract', async () => {
    const { store, worker } = openBench({ step: () => ({ amount: 'much' }) })
    await worker.handle([delivery(event())])
    expect(dlqOf(store)).toMatchObject([{ reason: expect.stringContaining('schema_invalid') }])
  })
})
