import { describe, expect, test } from 'vitest'
import { withheldTexts } from '#features/feed/line-texts-rules.ts'
import { wordingIn } from '#features/localization/wording.ts'
import { textMarkdown } from '#features/twin/parts-markdown-rules.ts'
import { asked, documentView, PORTAL } from '#tests/unit/api/stories.ts'

const wording = await wordingIn('en')
const context = {
  wish: { ...asked('en'), origin: 'https://mza.example', query: new URLSearchParams() },
  wording,
  portal: PORTAL,
  path: '/docs/80_chain/example',
  query: '',
}

describe('a document of which the reader may not read all, as Markdown', () => {
  test('says in the place of a section its class and who may see it, and nothing of its heading', () => {
    const view = documentView('## 3. Open\n\nWords.\n\n## 4. Secret\n\nWithheld words.\n')
    const sections = view.sections.map(section =>
      section.number === 4
        ? { ...section, heading: '', markdown: '', nodes: [], withheld: 'RESTRICTED' as const }
        : { ...section, withheldNotes: 'INTERNAL' as const },
    )
    const text = textMarkdown({ ...view, sections }, context)
    expect(text).toContain(
      '## 4. Withheld section\n\n> This section is withheld (class RESTRICTED); visible to: Reviewer and Admin.',
    )
    expect(text).toContain(
      '> Notes in this section are withheld (class INTERNAL); visible to: Owner, Reviewer, and Admin.',
    )
    expect(text).toContain('Words.')
    expect(text).not.toMatch(/Secret|Withheld words/)
  })
})

test('a line says that it has words which the reader may not see, and who may', () => {
  const line = { withheld: { class: 'INTERNAL', words: ['note'] } } as const
  expect(withheldTexts(line, wording)).toEqual([
    'The words of this record are withheld (class INTERNAL); visible to: Owner, Reviewer, and Admin.',
  ])
})
