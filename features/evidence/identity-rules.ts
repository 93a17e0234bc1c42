const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The ids that a value names: of an envelope and of a DLQ record alike. */
export const identityOf = (value: Readonly<Record<string, unknown>>) => ({
  eventId: textOf(value['eventId']),
  intentId: textOf(value['intentId']),
})
