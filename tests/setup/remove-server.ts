import { removeTestServer } from '#tests/setup/database.ts'

await removeTestServer()
