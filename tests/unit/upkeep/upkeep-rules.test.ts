import { describe, expect, test } from 'vitest'
import type { DocumentHead } from '#features/document/document-view-model.ts'
import type { Translation } from '#features/localization/translation-model.ts'
import { lackingPage, neglectOf, pathsLacking } from '#features/upkeep/upkeep-rules.ts'
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
  const lacking = Array.from({ length: 26 }, (_, index) => ({
    path: `a/${index}`,
    lacks: index % 2 === 0 ? (['review'] as const) : (['approval'] as const),
  }))

  test('is cut into pages of twenty-five', () => {
    expect(lackingPage(lacking, 1)).toMatchObject({ hasMore: true, listed: { length: 25 } })
    expect(lackingPage(lacking, 2)).toEqual({ hasMore: false, listed: [lacking[25]] })
    expect(lackingPage(lacking, 3)).toBeNull()
  })

  test('has a first page even where it is empty', () => {
    expect(lackingPage([], 1)).toEqual({ listed: [], hasMore: false })
  })

  test('is told by what they lack', () => {
    expect(pathsLacking(lacking, 'review')).toHaveLength(13)
    expect(pathsLacking(lacking, 'drift')).toEqual([])
  })
})
