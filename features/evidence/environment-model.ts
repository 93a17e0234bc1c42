/** Where a run took place. `dev` is any development machine. */
export const ENVIRONMENTS = ['dev', 'stage', 'prod'] as const

export type Environment = (typeof ENVIRONMENTS)[number]
