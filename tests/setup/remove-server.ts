import { removeTestServers } from '#tests/setup/database.ts'

await removeTestServers()
