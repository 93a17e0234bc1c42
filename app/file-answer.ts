import { Refusal } from '#features/api/problem-model.ts'
import { parseWish } from '#features/api/request-rules.ts'
import { isLocale } from '#features/localization/locale-model.ts'
import type { FileWish, NoFile, PortalFile } from '#features/portal/file-model.ts'
import { nothingAt } from '#features/portal/file-rules.ts'
import { gateEnvironment } from '#server/env.ts'

/** Makes the file of an address. Rejects while the database is down. */
type MakeFile = (wish: FileWish, path: readonly string[]) => Promise<PortalFile | NoFile>

const refuse = ({ status, detail }: NoFile): Response =>
  new Response(`${detail}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })

function give({ type, body, saveAs }: PortalFile): Response {
  const disposition = saveAs === null ? {} : { 'Content-Disposition': `attachment; filename="${saveAs}"` }
  return new Response(body, { headers: { 'Content-Type': type, ...disposition } })
}

async function answer(make: MakeFile, query: URLSearchParams, path: readonly string[]): Promise<Response> {
  const wish = parseWish(query, new Date())
  if (wish instanceof Refusal) return refuse({ status: 400, detail: wish.detail })
  const made = await make({ ...wish, query, origin: gateEnvironment().origin }, path)
  return 'status' in made ? refuse(made) : give(made)
}

const partsOf = (pathname: string): string[] => pathname.split('/').slice(1).map(decodeURIComponent)

/** A route handler of a file whose language, if any, is a parameter. `make` is given the parts of the address. */
export const fileWith =
  (make: MakeFile) =>
  (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    return answer(make, searchParams, partsOf(pathname))
  }

/**
 * A route handler of a file whose language is one part of its address, whatever ending that part has. `make` is given
 * the parts after it.
 */
export const localizedFileWith =
  (at: number, make: MakeFile) =>
  async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    const parts = partsOf(pathname)
    const [locale = ''] = parts[at]?.split('.') ?? []
    if (!isLocale(locale)) return refuse(nothingAt('a language of this portal', locale))
    searchParams.set('locale', locale)
    return answer(make, searchParams, parts.slice(at + 1))
  }
