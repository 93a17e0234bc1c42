import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Scope } from '#features/access/scope-model.ts'
import { type ViewUrls, viewVariables } from '#features/access/view-urls-model.ts'
import type { SearchFound, SearchWish } from '#features/search/search-model.ts'

const CHILD = path.join(import.meta.dirname, '../search-child.ts')

interface Asked extends Partial<SearchWish> {
  readonly text: string
  /** As whom; as a guest where it is not given. */
  readonly scope?: Scope
  readonly locale?: 'ka' | 'en'
  /** `2026-03-01`; today where it is not given. */
  readonly day?: string
}

interface Answered extends SearchFound {
  readonly milliseconds: number
  readonly fault?: string
}

export interface Searcher {
  /** Asks one question after the other. */
  ask(asked: Asked): Promise<Answered>
  close(): void
}

/** A reader of a database, who can search. */
export function openSearcher(viewUrls: ViewUrls): Searcher {
  const child = spawn(process.execPath, [CHILD], {
    env: { ...process.env, ...viewVariables(viewUrls) },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async ask(asked) {
      child.stdin.write(`${JSON.stringify(asked)}\n`)
      const { value } = await lines.next()
      const answered: Answered = JSON.parse(value ?? '{"fault":"no answer"}')
      if (answered.fault !== undefined) throw new Error(answered.fault)
      return answered
    },
    close: () => child.stdin.end(),
  }
}
