import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client'
import type { Connections } from '#features/portal/edition-queries.ts'
import type { Editions } from '#server/edition.ts'
import type { PageCache } from '#server/page-cache.ts'
import type { RenderQueue } from '#server/render-queue.ts'

export interface Observed {
  readonly content: PageCache
  readonly constant: PageCache
  readonly queue: RenderQueue
  readonly editions: Editions
  readonly countConnections: () => Connections
  readonly isReady: () => boolean
}

/** What is so at the moment of a scrape, in base units. */
export function addGauges(
  registry: Registry,
  { content, constant, queue, editions, countConnections, isReady }: Observed,
): void {
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, read: () => number) => {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  }
  gauge('mza_ready', 'Whether every core page can be given.', () => Number(isReady()))
  gauge('mza_cache_bytes', 'Bytes of the answers that are kept.', () => content.bytes + constant.bytes)
  gauge('mza_cache_answers', 'Answers that are kept.', () => content.answers + constant.answers)
  gauge('mza_renders_running', 'Renderings at this moment.', () => queue.running)
  gauge('mza_renders_waiting', 'Readers and pages that wait for a rendering.', () => queue.waiting)
  gauge('mza_pool_connections', 'Connections to the database.', () => countConnections().open)
  gauge('mza_pool_idle', 'Those of them that nobody uses.', () => countConnections().idle)
  gauge('mza_pool_waiting', 'Queries that wait for a connection.', () => countConnections().waiting)
  gauge('mza_revision_age_seconds', 'Time since the revision was last seen in the database.', () =>
    editions.newest ? (Date.now() - editions.newest.confirmedAt) / 1000 : Number.NaN,
  )
  gauge('mza_ingest_timestamp_seconds', 'When the content shown was taken in, as Unix time.', () =>
    editions.newest ? editions.newest.ingestedAt.getTime() / 1000 : Number.NaN,
  )
}
