import { expect, test } from 'vitest'
import { CHECK_CODES } from '#features/evidence/check-code-model.ts'
import { FINDINGS } from '#features/evidence/finding-model.ts'
import { CAUSES, REASONS } from '#features/evidence/reason-model.ts'
import { VERDICTS } from '#features/evidence/verdict-model.ts'
import { messagesIn } from '#features/localization/messages.ts'

test.for([
  { of: 'check', codes: CHECK_CODES },
  { of: 'finding', codes: FINDINGS },
  { of: 'cause', codes: CAUSES },
  { of: 'reason', codes: REASONS },
  { of: 'verdict', codes: VERDICTS },
  { of: 'short', codes: VERDICTS },
] as const)('every $of has words, and nothing else has', async ({ of, codes }) => {
  const { verdict } = await messagesIn('ka')
  expect(Object.keys(verdict[of]).sort()).toEqual([...codes].sort())
})
