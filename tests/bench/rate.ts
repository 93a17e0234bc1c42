import autocannon from 'autocannon'
import type { ServerProcess } from '#tests/bench/server-process.ts'

/** One way to give the page, and what asks for it. */
export interface Subject {
  readonly name: string
  readonly server: ServerProcess
  readonly path: string
  readonly acceptEncoding: string
}

/** How fast a server answers: the load generator may hold back the first figure, but not the second. */
export interface Rate {
  readonly perSecond: number
  /** Answers for each second of CPU time that the server's process used. */
  readonly perCpuSecond: number
}

export const CONNECTIONS = 16
/** How often it is looked whether the last answer has come. */
const LOOK_MS = 20

/**
 * Asks many times over and waits for every answer: what one server still had to do would slow the next.
 * @param amount at least as many as there are connections
 * @throws {Error} when one of them is no page
 */
export async function measureRate(
  { name, server, path, acceptEncoding }: Subject,
  amount: number,
): Promise<Rate> {
  const cpu = await server.cpuSeconds()
  const since = performance.now()
  const { errors, non2xx } = await autocannon({
    url: server.origin + path,
    headers: { 'Accept-Encoding': acceptEncoding },
    connections: CONNECTIONS,
    amount,
    sampleInt: LOOK_MS,
  })
  const seconds = (performance.now() - since) / 1000
  if (errors + non2xx > 0) throw new Error(`${name}: ${errors + non2xx} of ${amount} answers failed.`)
  return { perSecond: amount / seconds, perCpuSecond: amount / ((await server.cpuSeconds()) - cpu) }
}
