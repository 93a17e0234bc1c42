/** Scopes of readers, from the least to the most. */
export const SCOPES = ['guest', 'owner', 'reviewer', 'admin'] as const
export type Scope = (typeof SCOPES)[number]
