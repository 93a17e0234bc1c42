/** A ledger of the checklist that `content-folder.ts` writes, line by line. */
export const ledgerLine = (changes: object): string =>
  JSON.stringify({
    recordedAt: '2026-03-04T00:00:00+04:00',
    for: '2026-03-06',
    workstream: 1,
    kind: 'baseline',
    status: 'DONE',
    targetDate: '2026-03-04',
    by: 'CHAIN_OFFICER',
    ...changes,
  })

/** Exactly what the table of `ROWS` implies. */
export const BASELINE = [
  ledgerLine({}),
  ledgerLine({ workstream: 2, status: 'TODO', targetDate: '2026-03-09' }),
  ledgerLine({ workstream: 3, status: 'BLOCKED', targetDate: '2026-03-10' }),
]

/** The owner of the second workstream says, at an instant, that nothing has changed. */
export const confirmed = (recordedAt: string, friday: string, by = 'LEDGER_ENGINEER'): string =>
  ledgerLine({
    recordedAt,
    for: friday,
    workstream: 2,
    kind: 'confirm',
    status: 'TODO',
    targetDate: '2026-03-09',
    by,
  })
