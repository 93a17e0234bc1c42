import type { IncomingMessage } from 'node:http'
import { Problem } from './problem-model.ts'

/** Below what a value of an event may have, so that its envelope has room. */
const MOST = 16 * 1024
const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

/**
 * The JSON that a request brings.
 * @throws {Problem} for another form, too many bytes, or what is not JSON in UTF-8
 */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const {
    'content-type': type = '',
    'content-encoding': encoding,
    'content-length': length,
  } = request.headers
  // A page of another origin cannot send this type without asking first, and nothing here answers it.
  if (!JSON_TYPE.test(type) || encoding !== undefined) throw new Problem('media-type')
  if (Number(length ?? 0) > MOST) throw new Problem('too-large')
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request) {
      size += chunk.length
      if (size > MOST) throw new Problem('too-large')
      chunks.push(chunk)
    }
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch (error) {
    if (error instanceof Problem) throw error
    // Or it broke off, and nobody hears this.
    throw new Problem('not-json', [], error)
  }
}
