import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { Registry } from 'prom-client'
import { openBundleFile } from '#features/evidence/bundle-file-queries.ts'
import { countConnections, readContent, readCorePaths } from '#features/portal/edition-queries.ts'
import { followConnections } from '#server/connections.ts'
import { createDrain } from '#server/drain.ts'
import { gateEnvironment } from '#server/env.ts'
import { constantHeaders } from '#server/headers.ts'
import { createInstance } from '#server/instance.ts'
import { takeUncaught } from '#server/last-resort.ts'
import { guardConnections, LIMITS } from '#server/limits.ts'
import { createLog, takeConsole } from '#server/log.ts'
import { createLogbook } from '#server/logbook.ts'
import { openSignIn } from '#server/open-sign-in.ts'
import { createOpsServer } from '#server/ops.ts'
import { createRenderer } from '#server/renderer.ts'
import { readStyleSheets } from '#server/style-sheets.ts'

/** What is to be done before the process may end; nothing yet. */
let finish = async (): Promise<void> => {}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => finish().then(() => process.exit(0)))
// The starter that spawned this process is gone: nobody would stop it otherwise.
process.once('disconnect', () => process.exit(0))

const { host, port, opsPort, origin, signIn: settings } = gateEnvironment()
const log = createLog()
const registry = new Registry()
const logbook = createLogbook(log, registry)
takeConsole(log)
const project = path.resolve(import.meta.dirname, '..')
const styles = readStyleSheets(path.join(project, '.next'))
const always = constantHeaders(origin, styles)
const render = await createRenderer(project, origin)
takeUncaught(logbook)

const server = createServer(LIMITS)
const connections = followConnections(server, logbook.dropped)
const drain = createDrain(server, connections)
const { gate, watch, details } = createInstance({
  render,
  styles,
  database: { readContent, readCorePaths, countConnections, openBundleFile },
  logbook,
  registry,
  signIn: settings && openSignIn(settings, origin, logbook),
  origin,
  always,
  drain,
})
const listener = connections.bounded(gate)
server.on('request', listener)
guardConnections(server, { listener, connections, always, onDropped: logbook.dropped })
const ops = createOpsServer({ registry, details })
finish = async () => {
  logbook.note('Draining.')
  await drain.begin()
  watch.stop()
  ops.close()
}

await watch.begun
await listen(server, port)
if (opsPort !== null) await listen(ops, opsPort)
logbook.note('Listening.', { origin })
process.send?.({ listening: origin })

async function listen(listening: Server, at: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  listening.once('error', reject)
  listening.listen(at, host, resolve)
  await promise
  listening.removeListener('error', reject)
}
