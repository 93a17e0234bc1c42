import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'
import { parseEnvironment } from '#cli/env.ts'
import { PROJECT } from '#cli/project.ts'
import { Options, type Typed } from '#cli/recording/read-options.ts'
import { recordOne } from '#cli/recording/record-one.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'

export const FOLDER = '80_chain/example'
const NOTED = /> 🔴 BLOCKED: waiting for a key.\n/

/** A text in which the blocked workstream alone has a note. */
export const text = (lang: string): string => {
  const parts = checklist(ROWS, lang).split(/(?=^## )/m)
  return parts.map(part => (part.startsWith('## 3') ? part : part.replace(NOTED, 'Words.\n'))).join('')
}

/** A content folder of its own to record in, without a portal, and what the commands say there. */
export class Desk {
  readonly content = new ContentFolder()
  readonly #state = mkdtempSync(path.join(tmpdir(), 'mza-state-'))

  constructor() {
    for (const locale of ['ka', 'en']) this.content.write(`${FOLDER}/${locale}.md`, text(locale))
  }

  get workplace() {
    const environment = parseEnvironment({ MZA_CONTENT: this.content.folder }, PROJECT)
    return { environment, stateFolder: this.#state }
  }

  /** What a command prints; its failure where it fails, whatever it printed before. */
  async printed(work: () => Promise<void>): Promise<string> {
    const said: string[] = []
    const say = (...words: unknown[]) => void said.push(words.join(' '))
    const spies = [
      vi.spyOn(console, 'log').mockImplementation(say),
      vi.spyOn(console, 'error').mockImplementation(say),
    ]
    try {
      await work()
    } catch (error) {
      said.push(`${error}`, String(Reflect.get(Object(error), 'remedy')))
    } finally {
      for (const spy of spies) spy.mockRestore()
    }
    return said.join('\n')
  }

  record(kind: 'change' | 'confirm', n: string, typed: Typed): Promise<string> {
    const { signal } = new AbortController()
    return this.printed(() => recordOne(kind, new Options(typed).recording(n), signal, this.workplace))
  }

  update = (n: string, typed: Typed) => this.record('change', n, typed)
  confirm = (n: string, typed: Typed) => this.record('confirm', n, typed)

  get ledger(): string[] {
    return this.content.read(`${FOLDER}/change-log.jsonl`).trimEnd().split('\n')
  }

  text = (locale: string) => this.content.read(`${FOLDER}/${locale}.md`)

  remove(): void {
    this.content.remove()
    rmSync(this.#state, { recursive: true })
  }
}
