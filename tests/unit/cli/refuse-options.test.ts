import { expect, it } from 'vitest'
import { refuseMeaningless } from '#cli/friday/refuse-options.ts'
import type { Typed } from '#cli/recording/read-options.ts'

const MEANINGLESS: [Typed, string][] = [
  [{ digest: true, as: 'SRE_LEAD' }, '--as means nothing with --digest'],
  [{ digest: true, as: 'SRE_LEAD', dryRun: true }, '--as and --dry-run mean nothing with --digest'],
  [{ asOf: '2026-03-06' }, '--as-of means nothing without --digest'],
  [
    { as: 'SRE_LEAD', asOf: '2026-03-06', locale: 'en' },
    '--as-of and --locale mean nothing without --digest',
  ],
]

it.each(MEANINGLESS)('mza friday refuses %o, naming what it would pass over', (typed, message) => {
  expect(() => refuseMeaningless(typed)).toThrow(message)
})

it('mza friday takes the options of a digest with --digest, those of a report without, and --document with both', () => {
  const options = { document: '80_chain/checklist' }
  expect(() =>
    refuseMeaningless({ ...options, digest: true, asOf: '2026-03-06', locale: 'en' }),
  ).not.toThrow()
  expect(() => refuseMeaningless({ ...options, as: 'SRE_LEAD', dryRun: true })).not.toThrow()
})
