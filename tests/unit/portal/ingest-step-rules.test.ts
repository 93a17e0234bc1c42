import { describe, expect, test } from 'vitest'
import { ingestSteps } from '#features/portal/ingest-step-rules.ts'

const taken = (documents: number, texts: number, lines: number) => ({
  revision: `${documents}${texts}${lines}`,
  ingestedAt: new Date(0),
  documents,
  texts,
  lines,
  changes: null,
})

describe('an ingest', () => {
  test('is told with what it changed, against the one before it', () => {
    const [newest, oldest] = ingestSteps([taken(3, 8, 20), taken(2, 9, 12)], taken(2, 4, 12))
    expect(newest?.change).toEqual({ documents: 1, texts: -1, lines: 8 })
    expect(oldest?.change).toEqual({ documents: 0, texts: 5, lines: 0 })
  })

  test('changed nothing that could be told where it is the first', () => {
    expect(ingestSteps([taken(2, 4, 12)], null)).toEqual([{ ...taken(2, 4, 12), change: null }])
  })
})
