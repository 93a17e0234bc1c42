import { stopTestBrokers } from '#tests/setup/brokers.ts'
import { removeTestServers } from '#tests/setup/database.ts'

await stopTestBrokers()
await removeTestServers()
