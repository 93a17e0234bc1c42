import { ingest } from '#features/ingest/ingest.ts'

// Run as a program of its own, so that it can be killed. Says on standard output what it does.
const [, , contentFolder = '', evidenceFolder = '', databaseUrl = ''] = process.argv
await ingest({ contentFolder, evidenceFolder, databaseUrl, now: new Date(), onProgress: console.log })
