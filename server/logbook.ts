import type { Logger } from 'pino'
import { Counter, Histogram, type Registry } from 'prom-client'
import type { Given } from '#server/portal.ts'
import type { Render } from '#server/renderer.ts'

/** Milliseconds between two lines about answers that cost nothing; each says how many there were. */
const PERIOD = 1000

/**
 * What happened, counted and logged. A line says what kind of thing was asked for and how that went, never by whom, nor
 * what was written into the address.
 */
export interface Logbook {
  answered(given: Pick<Given, 'kind' | 'source'>, status: number, seconds: number): void
  /** A connection that was ended because it spoke no proper HTTP, or too slowly. */
  dropped(code: string): void
  fault(message: string, fault: unknown): void
  note(message: string, facts?: object): void
  /** The same renderer, with its time taken. */
  timed(render: Render): Render
}

export function createLogbook(log: Logger, registry: Registry): Logbook {
  const registers = [registry]
  const answers = new Counter({
    name: 'mza_requests_total',
    help: 'Answers by what was asked for, where the answer came from, and status.',
    labelNames: ['kind', 'source', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'mza_request_duration_seconds',
    help: 'Time until an answer was handed to the network, by where it came from.',
    labelNames: ['source'],
    buckets: [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10],
    registers,
  })
  const renderings = new Histogram({
    name: 'mza_render_duration_seconds',
    help: 'Time one rendering took, by its outcome.',
    labelNames: ['outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const drops = new Counter({
    name: 'mza_connections_dropped_total',
    help: 'Connections ended because they spoke no proper HTTP or too slowly, by code.',
    labelNames: ['code'],
    registers,
  })
  let cheap = 0
  let cheapLoggedAt = 0

  function sample(line: object): void {
    cheap += 1
    const now = Date.now()
    if (now - cheapLoggedAt < PERIOD) return
    log.info({ ...line, of: cheap }, 'answered')
    cheap = 0
    cheapLoggedAt = now
  }

  return {
    answered({ kind, source }, status, seconds) {
      answers.inc({ kind, source, status })
      durations.observe({ source }, seconds)
      const line = { kind, source, status, ms: Math.round(seconds * 1e5) / 100 }
      if (source === 'rendered') log.info(line, 'answered')
      else sample(line)
    },
    dropped(code) {
      drops.inc({ code })
    },
    fault(message, fault) {
      log.error({ err: fault }, message)
    },
    note(message, facts = {}) {
      log.info(facts, message)
    },
    timed: render => async (target, reader) => {
      const end = renderings.startTimer()
      try {
        const rendering = await render(target, reader)
        end({ outcome: rendering.status >= 500 ? 'failed' : 'done' })
        return rendering
      } catch (fault) {
        end({ outcome: 'failed' })
        throw fault
      }
    },
  }
}
