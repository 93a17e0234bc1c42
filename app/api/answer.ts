import { PROBLEM_TYPE, type ProblemCode, problem, Refusal } from '#features/api/problem-model.ts'
import { parseWish } from '#features/api/request-rules.ts'
import type { ReadResource } from '#features/api/resource-queries.ts'

interface Context {
  readonly params: Promise<{ id?: string | string[] } | undefined>
}

export const json = (body: object, type = 'application/json; charset=utf-8', status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } })

const refuse = (code: ProblemCode, instance: string, detail: string): Response => {
  const found = problem(code, instance, detail)
  return json(found, PROBLEM_TYPE, found.status)
}

/** A route handler that reads one resource. What it throws, a database that is down, the gate answers with 503. */
export const answerWith =
  (read: ReadResource) =>
  async (request: Request, { params }: Context): Promise<Response> => {
    const address = new URL(request.url)
    // A route without parameters is given a promise of nothing.
    const id = [(await params)?.id ?? []].flat()
    const wish = parseWish(address.searchParams, new Date())
    const found =
      wish instanceof Refusal ? wish : await read(wish, id.map(decodeURIComponent).join('/'), address)
    return found instanceof Refusal ? refuse(found.code, address.pathname, found.detail) : json(found)
  }
