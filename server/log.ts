import { format, stripVTControlCharacters } from 'node:util'
import { LRUCache } from 'lru-cache'
import pino, { type Logger, multistream } from 'pino'

const WARN = 40
/** Milliseconds in which the same complaint is made once, however often there is reason to. */
const QUIET = 1000

/** One line of JSON an event: what went wrong on standard error, all else on standard output. Times are UTC. */
export function createLog(): Logger {
  const complaints = new LRUCache<string, true>({ max: 100, ttl: QUIET })
  const isRepeated = (words: string): boolean => {
    if (complaints.has(words)) return true
    complaints.set(words, true)
    return false
  }
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: level => ({ level }) },
      hooks: {
        logMethod(words, method, level) {
          if (level < WARN || !isRepeated(String(words.at(-1)).slice(0, 100))) method.apply(this, words)
        },
      },
    },
    multistream(
      [
        { level: 'info', stream: pino.destination({ dest: 1, sync: false }) },
        { level: 'warn', stream: pino.destination({ dest: 2, sync: true }) },
      ],
      { dedupe: true },
    ),
  )
}

const LEVELS = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const

/** What libraries print becomes lines of the log: whoever collects it finds nothing else there. */
export function takeConsole(log: Logger): void {
  for (const [method, level] of Object.entries(LEVELS))
    Reflect.set(console, method, (...words: unknown[]) =>
      log[level](stripVTControlCharacters(format(...words))),
    )
}
