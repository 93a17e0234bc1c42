export const STATUSES = ['TODO', 'IN_PROGRESS', 'BLOCKED', 'DONE'] as const
export type Status = (typeof STATUSES)[number]

/** The sign that authors put before a status in the tracker table. */
export const STATUS_SIGNS: Record<Status, string> = {
  TODO: '⚪',
  IN_PROGRESS: '🟡',
  BLOCKED: '🔴',
  DONE: '🟢',
}

/** Which statuses may follow one (DESIGN 5, "Status rules"). */
export const NEXT_STATUSES: Record<Status, readonly Status[]> = {
  TODO: ['IN_PROGRESS'],
  IN_PROGRESS: ['BLOCKED', 'DONE'],
  BLOCKED: ['IN_PROGRESS'],
  DONE: ['IN_PROGRESS'],
}

export const isStatus = (value: string): value is Status => (STATUSES as readonly string[]).includes(value)
