import { randomBytes } from 'node:crypto'
import type { Environment } from '#cli/env.ts'
import { demonstrationSettings } from '#cli/issuer/demonstration-settings.ts'
import { STATE_FOLDER } from '#cli/project.ts'
import { readState, writeState } from '#cli/state/state.ts'
import type { SignInSettings } from '#features/access/sign-in-settings-model.ts'
import { isFree } from '#scripts/port.js'

/** How people sign in to a portal that starts. */
export interface Entrance {
  /** Null: nobody can. */
  readonly settings: SignInSettings | null
  /** For whoever started it. */
  readonly words: string
  /** Settles when people can sign in; fails when they will not be able to. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

type Wanted = Pick<Environment, 'issuer' | 'sessionKeys' | 'isForThisMachine' | 'origin' | 'port' | 'opsPort'>

/**
 * By the issuer that the environment names. Where it names none and the portal is for this machine alone, by one that
 * demonstrates it, on the next port; else not at all.
 * @param stateFolder where the key of sessions is kept that nobody gave
 */
export async function openEntrance(wanted: Wanted, stateFolder = STATE_FOLDER): Promise<Entrance> {
  const { issuer, origin, port, opsPort, isForThisMachine } = wanted
  const sessionKeys = () => wanted.sessionKeys ?? [keptKey(stateFolder)]
  if (issuer)
    return {
      settings: { ...issuer, sessionKeys: sessionKeys() },
      words: `on every page, at ${issuer.issuer}`,
      ...NOTHING_OPEN,
    }
  if (!isForThisMachine) return closed('off: set OIDC_ISSUER to where people sign in')
  const next = port + 1
  if (next > 65_535 || next === opsPort || !(await isFree(next)))
    return closed(`off: port ${next}, for the demonstration of it, is in use`)
  const demonstration = demonstrationSettings(next)
  // Its library is loaded where it is used, by no other process than this, and while others start.
  const started = import('#cli/issuer/demonstration-issuer.ts').then(({ startDemonstrationIssuer }) =>
    startDemonstrationIssuer(demonstration, origin),
  )
  const ready = started.then(() => {})
  ready.catch(() => {})
  return {
    settings: { ...demonstration, sessionKeys: sessionKeys() },
    words: `on every page; accounts for demonstration, one for each role, at ${demonstration.issuer}`,
    ready,
    close: () =>
      started.then(
        issuer => issuer.close(),
        () => {},
      ),
  }
}

const NOTHING_OPEN = { ready: Promise.resolve(), close: async () => {} }

const closed = (words: string): Entrance => ({ settings: null, words, ...NOTHING_OPEN })

/** The same after the next start, so that nobody is signed out by it. */
function keptKey(stateFolder: string): string {
  const { sessionKey = randomBytes(32).toString('base64url') } = readState(stateFolder)
  writeState(stateFolder, { sessionKey })
  return sessionKey
}
