import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const state = z.object({
  /** Port and administrator's password of the embedded PostgreSQL. */
  database: z.object({ port: z.int(), password: z.string() }).optional(),
  /** Keys the logins' passwords where the administrator's address has none. */
  loginKey: z.string().optional(),
  /** Seals sessions where `MZA_SESSION_KEYS` is not set. */
  sessionKey: z.string().optional(),
})
export type State = z.infer<typeof state>

/** The state kept in a folder; empty where there is none, or none that can be understood. */
export function readState(folder: string): State {
  try {
    return state.parse(JSON.parse(fs.readFileSync(file(folder), 'utf8')))
  } catch {
    return {}
  }
}

/** Replaces the given parts of the state, whole or not at all, readable by its owner alone. */
export function writeState(folder: string, change: State): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  fs.chmodSync(folder, 0o700)
  const draft = `${file(folder)}.${process.pid}`
  fs.writeFileSync(draft, `${JSON.stringify({ ...readState(folder), ...change }, null, 2)}\n`, {
    mode: 0o600,
  })
  fs.renameSync(draft, file(folder))
}

const file = (folder: string) => path.join(folder, 'state.json')
