import { createFileTransport } from '#orchestrator/files/file-transport.ts'
import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'
import { event } from './events.ts'

// Sends a record that has room, one that has none, and one that has it again, and says what became of the second.
const transport = createFileTransport(process.argv[2] ?? '')
const send = (eventId: string, note: string) =>
  transport.publish([buildKafkaRecordInput('mint.requested', event({ eventId, payload: { note } }))])
await send('before', '')
await send('large', 'x'.repeat(10_000)).then(
  () => console.log('written'),
  (error: NodeJS.ErrnoException) => console.log(`refused: ${error.code}`),
)
await send('after', '')
