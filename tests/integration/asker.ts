import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Scope } from '#features/access/scope-model.ts'
import { type ViewUrls, viewVariables } from '#features/access/view-urls-model.ts'
import type { SentQuery } from './recorded-queries.ts'

const CHILD = path.join(import.meta.dirname, 'asker-child.ts')

interface Answered {
  readonly found: unknown
  readonly queries: readonly SentQuery[]
}

/** A web process's queries, asked as one scope or another. */
export function openAsker(viewUrls: ViewUrls) {
  const child = spawn(process.execPath, [CHILD], {
    env: { ...process.env, ...viewVariables(viewUrls) },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async ask(scope: Scope, way: string, what = ''): Promise<Answered> {
      child.stdin.write(`${JSON.stringify({ scope, way, what })}\n`)
      const { value } = await lines.next()
      const answered = JSON.parse(value ?? '{"fault":"no answer"}')
      if (answered.fault !== undefined) throw new Error(`${way} ${what}: ${answered.fault}`)
      return answered
    },
    close: () => child.stdin.end(),
  }
}
