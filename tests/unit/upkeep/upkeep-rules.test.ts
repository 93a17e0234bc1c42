import { describe, expect, test } from 'vitest'
import type { DocumentHead } from '#features/document/document-view-model.ts'
import type { Translation } from '#features/localization/translation-model.ts'
import { lacking, neglectedPage, neglectOf } from '#features/upkeep/upkeep-rules.ts'
import { documentHead, STANDING } from '#tests/unit/api/stories.ts'

const KEPT = documentHead({ missingMetadata: [], standing: { ...STANDING, approved: true } })

const translation = (state: Translation['state']): Translation => ({
  path: KEPT.path,
  locale: 'en',
  state,
  counts: { current: 1, behind: 0, unsaid: 0, unpaired: 0, missing: 0 },
  sections: [],
})

const lacksOf = (over: Partial<DocumentHead>, ...translations: Translation[]) =>
  neglectOf({ ...KEPT, ...over }, translations)?.lacks ?? []

describe('what a document lacks', () => {
  test('is nothing where it is reviewed, approved, complete, and its translations are in step', () => {
    expect(neglectOf(KEPT, [translation('complete')])).toBeNull()
  })

  test.for([
    ['metadata', { missingMetadata: ['Version'] }, 'missing'],
    ['a review in time', { reviewOverdueDays: 1 }, 'review'],
    ['an approval', { standing: STANDING }, 'approval'],
  ] as const)('is %s', ([, over, lack]) => {
    expect(lacksOf(over)).toEqual([lack])
  })

  test.for(['missing', 'behind', 'unpaired', 'unsaid'] as const)(
    'is a translation in step, where one is %s',
    state => {
      expect(lacksOf({}, translation(state), translation('complete'))).toEqual(['drift'])
    },
  )

  test('is told with the languages of the portal in which it has no text, which are no drift', () => {
    expect(neglectOf({ ...KEPT, reviewOverdueDays: 1 }, [])?.absent).toEqual(['tr', 'hy', 'ar'])
  })
})

describe('a list of documents that lack something', () => {
  const neglected = Array.from({ length: 51 }, (_, index) => ({
    document: { ...KEPT, path: `a/${index}` },
    lacks: index % 2 === 0 ? (['review'] as const) : (['approval'] as const),
    drifted: [],
    absent: [],
  }))

  test('is cut into pages of fifty', () => {
    expect(neglectedPage({ neglected }, 1)).toMatchObject({ hasMore: true, neglected: { length: 50 } })
    expect(neglectedPage({ neglected }, 2)).toMatchObject({ hasMore: false, neglected: { length: 1 } })
    expect(neglectedPage({ neglected }, 3)).toBeNull()
  })

  test('has a first page even where it is empty', () => {
    expect(neglectedPage({ neglected: [] }, 1)).toEqual({ neglected: [], hasMore: false })
  })

  test('is told by what they lack', () => {
    expect(lacking(neglected, 'review')).toHaveLength(26)
    expect(lacking(neglected, 'drift')).toEqual([])
  })
})
