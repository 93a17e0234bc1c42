import { z } from 'zod'
import type { Reader } from '#features/access/reader-model.ts'
import { isRole } from '#features/access/role-model.ts'
import { SCOPES } from '#features/access/scope-model.ts'
import { lesserScopes, scopeOf } from '#features/access/scope-rules.ts'

/** Seconds for which somebody is signed in. */
export const SESSION_SECONDS = 12 * 3600

/** The longest name that is kept: with every role there is, a session still fits a cookie several times over. */
export const LONGEST_NAME = 100

/** What a session holds: no scope, which is made of the roles each time and so follows the rules of the day. */
const session = z.object({
  roles: z.array(z.string()).transform(roles => roles.filter(isRole)),
  name: z.string().max(LONGEST_NAME).nullable(),
  exit: z.string().min(16),
  viewAs: z.enum(SCOPES).optional(),
})

/** Whose session it is; null where it is none, or one that no longer gives anything. */
export function readerOf(content: unknown): Reader | null {
  const { data } = session.safeParse(content)
  if (!data) return null
  const { viewAs, ...person } = data
  const scope = scopeOf(person.roles)
  if (scope === 'guest') return null
  const isLesser = viewAs !== undefined && lesserScopes(person.roles).includes(viewAs)
  return isLesser ? { ...person, scope: viewAs, viewAs } : { ...person, scope }
}

const lasting = z.object({ exp: z.number() })

/** Whole seconds for which a session that was opened at a moment (milliseconds since 1970) goes on. */
export const secondsLeft = (content: unknown, now: number): number =>
  Math.max(0, Math.floor((lasting.safeParse(content).data?.exp ?? 0) - now / 1000))
