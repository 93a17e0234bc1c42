import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseAsOf } from '#features/portal/as-of-rules.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import type { Address } from '#server/address.ts'
import { PRIVATE } from '#server/answer.ts'
import type { Given } from '#server/portal.ts'
import { isKnown } from '#server/respond.ts'

/** What the gate knows of a file that it hands on piece by piece; see features/evidence/bundle-file-model.ts. */
interface File {
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly sha256: string
  read(): AsyncIterable<Buffer>
}

/** Rejects while the database is down; null where there is no such file. */
export type OpenBundleFile = (
  environment: string,
  runId: string,
  name: string,
  asOf: AsOf,
) => Promise<File | null>

/** An answer that is too large to be kept or compressed: it goes to the reader as it is read. */
export interface Download extends Pick<Given, 'kind' | 'source'> {
  readonly file: File
  /** Whether the reader has signed in: no cache may keep it then, nor its tag tell what others are given. */
  readonly isPrivate: boolean
}

const PLACE = /^\/evidence\/(dev|stage|prod)\/([a-z0-9_-]{1,100})\/(run\.json|[A-Za-z0-9._-]{1,100}\.jsonl)$/

/** Which file an address names; a sentence where its day is none; null where it names no file. */
export function downloadAt({ path, search }: Address, now: Date) {
  const [, environment, runId, name] = PLACE.exec(path) ?? []
  if (environment === undefined || runId === undefined || name === undefined) return null
  const asOf = parseAsOf(new URLSearchParams(search).get('asOf') ?? undefined, now)
  if (typeof asOf === 'string') return 'Expected a calendar day YYYY-MM-DD up to today as asOf.'
  return { environment, runId, name, asOf }
}

/** Readers that are sent a file at a time: each has a piece of it in memory, of at most 50 lines of 64 KiB. */
const MOST_DOWNLOADS = 16

/** Counts the downloads that are under way. */
export function createTurns(most = MOST_DOWNLOADS) {
  let underWay = 0
  return {
    /** False: as many as may be are under way, and this one is none. */
    begin(): boolean {
      if (underWay >= most) return false
      underWay += 1
      return true
    },
    end(): void {
      underWay -= 1
    },
  }
}

/** Milliseconds that every reader has, and bytes a millisecond that a slow one takes beyond. */
const PATIENCE = 30_000
const SLOWEST = 64

/**
 * Sends a file without ever holding the whole of it, or says that the reader has it already.
 * @throws {Error} where reading it fails on the way: the reader then gets less than `Content-Length` says
 */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  always: readonly string[],
  { file, isPrivate }: Pick<Download, 'file' | 'isPrivate'>,
): Promise<void> {
  const etag = `"${file.sha256}"`
  const keeping = isPrivate
    ? Object.entries(PRIVATE).flat()
    : ['ETag', etag, 'Cache-Control', 'no-cache', 'Vary', 'Cookie, Accept-Encoding']
  const headers = [...always, ...keeping]
  if (!isPrivate && isKnown(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers).end()
    return
  }
  const digest = Buffer.from(file.sha256, 'hex').toString('base64')
  response.writeHead(200, [
    ...headers,
    ...['Content-Type', file.type, 'Content-Length', String(file.bytes)],
    ...['Content-Disposition', `attachment; filename="${file.name}"`, 'Repr-Digest', `sha-256=:${digest}:`],
  ])
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  const timer = setTimeout(() => response.destroy(), PATIENCE + file.bytes / SLOWEST)
  try {
    await pipeline(Readable.from(file.read(), { objectMode: false }), response)
  } catch (fault) {
    // A reader may go away at any time.
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ERR_STREAM_PREMATURE_CLOSE'))
      throw fault
  } finally {
    clearTimeout(timer)
  }
}
