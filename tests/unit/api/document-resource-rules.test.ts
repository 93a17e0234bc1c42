import { describe, expect, test } from 'vitest'
import { documentResource } from '#features/api/document-resource-rules.ts'
import { asked, documentHead, STANDING } from '#tests/unit/api/stories.ts'

const named = (documentId: string | null) =>
  documentHead({ metadata: { ...documentHead().metadata, documentId } })

describe('a document in the API', () => {
  test('is addressed by its Document ID, in the language asked for', () => {
    const { id, links } = documentResource(documentHead(), asked('en'))
    expect(id).toBe('GOS-EXAMPLE')
    expect(links).toEqual({
      document: '/api/v1/documents/GOS-EXAMPLE?locale=en',
      checklist: '/api/v1/checklists/GOS-EXAMPLE?locale=en',
      page: '/en/docs/80_chain/example',
    })
  })

  test('keeps to the day asked for in its links', () => {
    const { links } = documentResource(documentHead({ isChecklist: false }), asked('ka', '2026-03-06'))
    expect(links).toEqual({
      document: '/api/v1/documents/GOS-EXAMPLE?locale=ka&asOf=2026-03-06',
      checklist: null,
      page: '/ka/docs/80_chain/example?asOf=2026-03-06',
    })
  })

  test('without a Document ID is addressed by its path in one segment', () => {
    const { id, links } = documentResource(named(null), asked('ka'))
    expect(id).toBe('80_chain~example')
    expect(links.document).toBe('/api/v1/documents/80_chain~example?locale=ka')
  })

  test.each(['A/1', '100%', '..', 'a\\b'])(
    'says its Document ID %s, and is linked by its path',
    documentId => {
      const { id, links } = documentResource(named(documentId), asked('ka'))
      expect(id).toBe(documentId)
      expect(links.document).toBe('/api/v1/documents/80_chain~example?locale=ka')
    },
  )

  test('says for each of its languages what it counts for', () => {
    expect(documentResource(documentHead(), asked('en')).languages).toEqual([
      { lang: 'en', authority: 'source' },
      { lang: 'ka', authority: 'authoritative' },
      { lang: 'ru', authority: 'translation' },
    ])
  })

  test('says by how much its text is behind, and that it does not know', () => {
    const behind = (over: number | null) =>
      documentResource(documentHead({ standing: { ...STANDING, behind: over } }), asked('en')).text.behind
    expect([behind(0), behind(2), behind(null)]).toEqual([0, 2, null])
  })
})
