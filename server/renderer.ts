import type { RequestListener } from 'node:http'
import inject from 'light-my-request'
import next from 'next'
import { READER_HEADER, writeReader } from '#features/access/reader-header-model.ts'
import type { Reader } from '#features/access/reader-model.ts'
import { ADDRESS_HEADER } from '#features/portal/address-header-model.ts'

export interface Rendering {
  readonly status: number
  readonly type: string
  readonly location: string | null
  readonly cacheControl: string | null
  readonly disposition: string | null
  readonly body: Buffer
}

/** Renders one address for a guest, or for somebody who has signed in; it passes on nothing else of a request. */
export type Render = (target: string, reader?: Reader) => Promise<Rendering>

/**
 * Next's request handler behind a wall: it is given an address as the gate writes it, the portal's own host and, of a
 * session, what the gate itself read in it, in memory, and nothing a reader sent. So no header of Next's own exists behind the gate.
 */
export async function createRenderer(folder: string, origin: string): Promise<Render> {
  const app = next({ dev: false, dir: folder, quiet: true })
  await app.prepare()
  const handle = app.getRequestHandler()
  const host = new URL(origin).host
  // Nobody waits for what the handler promises: it must fail the answer instead.
  const dispatch: RequestListener = (request, response) => {
    handle(request, response).catch(fault => response.destroy(fault))
  }
  return async (target, reader) => {
    const headers = {
      host,
      [ADDRESS_HEADER]: target,
      ...(reader ? { [READER_HEADER]: writeReader(reader) } : {}),
    }
    const answer = await inject(dispatch, { method: 'GET', url: target, headers })
    return {
      status: answer.statusCode,
      type: single(answer.headers['content-type']) ?? '',
      location: single(answer.headers.location),
      cacheControl: single(answer.headers['cache-control']),
      disposition: single(answer.headers['content-disposition']),
      body: answer.rawPayload,
    }
  }
}

const single = (header: number | string | string[] | undefined): string | null =>
  header === undefined ? null : String(Array.isArray(header) ? header[0] : header)
