export const STATUSES = ['TODO', 'IN_PROGRESS', 'BLOCKED', 'DONE'] as const
export type Status = (typeof STATUSES)[number]

/** The sign that authors put before a status in the tracker table. */
export const STATUS_SIGNS: Record<Status, string> = {
  TODO: '⚪',
  IN_PROGRESS: '🟡',
  BLOCKED: '🔴',
  DONE: '🟢',
}

export const isStatus = (value: string): value is Status => (STATUSES as readonly string[]).includes(value)
