import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { originalLineSchema } from '#features/evidence/import/original-model.ts'
import { createFileTransport } from '#orchestrator/files/file-transport.ts'
import { filesIn } from '#orchestrator/files/places.ts'
import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'
import type { Delivery, Transport } from '#orchestrator/transport-model.ts'
import { event } from './events.ts'
import { temporaryFolder } from './temporary.ts'

const sent = (...ids: readonly string[]) =>
  ids.map(eventId => buildKafkaRecordInput('mint.requested', event({ eventId })))

/** Consumes until so many came; their ids. */
async function receive(transport: Transport, most: number, handle = async (_: readonly Delivery[]) => {}) {
  const controller = new AbortController()
  const received: Delivery[] = []
  await transport.consume({
    topics: ['mint.requested'],
    groupId: 'group',
    fromBeginning: true,
    signal: controller.signal,
    async handle(batch) {
      await handle(batch)
      received.push(...batch)
      if (received.length >= most) controller.abort()
    },
  })
  return received.map(({ value }) => JSON.parse(value ?? '').eventId)
}

describe('the file transport', () => {
  test('hands on what was sent in its order, and goes on where it was after a restart', async () => {
    const folder = temporaryFolder()
    const one = createFileTransport(folder)
    await one.publish(sent('a', 'b'))
    expect(await receive(one, 2)).toEqual(['a', 'b'])
    await one.publish(sent('c'))
    await one.close()
    const other = createFileTransport(folder)
    expect(await receive(other, 1)).toEqual(['c'])
    await other.close()
  })

  test('hands a batch on again whose handling failed', async () => {
    const transport = createFileTransport(temporaryFolder())
    await transport.publish(sent('a'))
    await expect(receive(transport, 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await receive(transport, 1)).toEqual(['a'])
    await transport.close()
  })

  test('writes lines as the original scripts do, the DLQ in a file of its own', async () => {
    const folder = temporaryFolder()
    const transport = createFileTransport(folder)
    await transport.publish(sent('a'))
    await transport.close()
    const [line = ''] = fs.readFileSync(filesIn(folder).outbox, 'utf8').split('\n')
    expect(originalLineSchema.parse(JSON.parse(line))).toMatchObject({
      topic: 'mint.requested',
      key: 'intent-1',
    })
    expect(fs.readFileSync(filesIn(folder).dlq, 'utf8')).toBe('')
  })

  test('drops what an interrupted write left behind the last line', async () => {
    const folder = temporaryFolder()
    const one = createFileTransport(folder)
    await one.publish(sent('a'))
    await one.close()
    fs.appendFileSync(filesIn(folder).outbox, '{"topic":"mint.requ')
    const other = createFileTransport(folder)
    await other.publish(sent('b'))
    expect(await receive(other, 2)).toEqual(['a', 'b'])
    await other.close()
  })

  test('names a line that is none, with its file', async () => {
    const folder = temporaryFolder()
    fs.writeFileSync(path.join(folder, 'single_operator_outbox.jsonl'), 'nonsense\n')
    const transport = createFileTransport(folder)
    await expect(receive(transport, 1)).rejects.toThrow(/single_operator_outbox\.jsonl.*found another/)
    await transport.close()
  })

  test.skipIf(process.platform === 'win32')(
    'keeps nothing of what a full disk takes only a part of, so that the next record is a line of its own',
    async () => {
      const folder = temporaryFolder()
      const script = path.join(import.meta.dirname, 'fill-outbox-child.ts')
      // A file may have so many blocks as a full disk has left: 512 or 1024 bytes each.
      const { stdout } = spawnSync(
        'sh',
        ['-c', 'ulimit -f 4; exec "$@"', '', process.execPath, script, folder],
        {
          encoding: 'utf8',
        },
      )
      expect(stdout).toMatch(/^refused: EFBIG/)
      const transport = createFileTransport(folder)
      expect(await receive(transport, 2)).toEqual(['before', 'after'])
      await transport.close()
    },
  )

  test('reads lines longer than what it reads at once', async () => {
    const folder = temporaryFolder()
    const line = JSON.stringify({
      topic: 'mint.requested',
      key: 'k',
      payload: { eventId: 'a', x: 'x'.repeat(400_000) },
    })
    fs.writeFileSync(filesIn(folder).outbox, `${line}\n`)
    const transport = createFileTransport(folder)
    expect(await receive(transport, 1)).toEqual(['a'])
    await transport.close()
  })
})
