import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '#orchestrator/store/store.ts'
import { temporaryFolder } from './temporary.ts'

const RUN = 'run-1'

function openStarted(...intents: readonly string[]) {
  const store = openStore(path.join(temporaryFolder(), 'store.sqlite'))
  onTestFinished(() => store.close())
  for (const intentId of intents) store.putStart(RUN, intentId)
  const end = (topic: string, eventId: string, intentId: string) => ({
    topic,
    eventId,
    intentId,
    runId: RUN,
  })
  return { store, end }
}

test('a breach under the key of an intent is not the end of that intent', () => {
  const { store, end } = openStarted('one')
  store.putGivenUp(end('mint.requested', '@0/7', 'one'))
  expect(store.outstandingOf(RUN)).toBe(1)
  store.putEffect(end('anchor.confirmed', 'last', 'one'))
  expect(store.outstandingOf(RUN)).toBe(0)
})

test('an intent that came to two ends does not hide another that is under way', () => {
  const { store, end } = openStarted('one', 'two')
  store.putGivenUp(end('mint.requested', 'other', 'one'))
  store.putEffect(end('anchor.confirmed', 'last', 'one'))
  expect(store.outstandingOf(RUN)).toBe(1)
})

test('a store of another format is refused, and left as it is', () => {
  const file = path.join(temporaryFolder(), 'store.sqlite')
  const other = new DatabaseSync(file)
  onTestFinished(() => other.close())
  other.exec('CREATE TABLE outbox (id INTEGER); PRAGMA user_version = 1')
  expect(() => openStore(file)).toThrow(/has format 1, and this version reads 3/)
  expect(other.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'outbox' }])
})
