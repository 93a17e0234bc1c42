import { ingest } from '#features/ingest/ingest.ts'

// Run as a program of its own, so that time and memory are those of an ingest and of nothing else.
const [, , contentFolder = '', databaseUrl = ''] = process.argv
const { diagnostics, revision } = await ingest({
  contentFolder,
  databaseUrl,
  now: new Date('2026-03-20T10:00:00Z'),
  onProgress: () => {},
})
const peakMegabytes = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ diagnostics, revision, peakMegabytes }))
