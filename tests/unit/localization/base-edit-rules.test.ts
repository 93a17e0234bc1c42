import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '#features/document/text-rules.ts'
import { editBase } from '#features/localization/base-edit-rules.ts'

const FILE = 'content/80_chain/list/en.md'
const BASE = new Map([
  ['top', '0123456789ab'],
  ['w-1', '123456789012'],
])
const WRITTEN = 'Based On:\n  top: 0123456789ab\n  w-1: 123456789012\n'

const edited = (source: string, base: ReadonlyMap<string, string> = BASE) =>
  editBase(FILE, source, base).source

describe('saying from which text a translation is made', () => {
  it('adds lines to the front matter, and changes no other byte', () => {
    expect(edited('---\nVersion: 1\n---\n\n# T\n')).toBe(`---\nVersion: 1\n${WRITTEN}---\n\n# T\n`)
  })

  it('puts them in place of what was said before, however it was written', () => {
    for (const before of [
      'Based On: { top: ffffffffffff }\n',
      'based-on:\n\n  # by hand\n  top: ffffffffffff\n',
      '"Based On":\n    w-1: ffffffffffff\n    top: ffffffffffff\n',
      'Based On:\n',
    ])
      expect(edited(`---\nA: 1\n${before}# a comment\nVersion: 1\n---\n# T\n`)).toBe(
        `---\nA: 1\n${WRITTEN}# a comment\nVersion: 1\n---\n# T\n`,
      )
  })

  it('begins front matter where there is none, and takes no thematic break for one', () => {
    expect(edited('# T\n\nVersion: 1\n\nwords\n\n---\n')).toBe(
      `---\n${WRITTEN}---\n\n# T\n\nVersion: 1\n\nwords\n\n---\n`,
    )
    expect(edited('---\n\nwords\n\n---\n')).toBe(`---\n${WRITTEN}---\n\n---\n\nwords\n\n---\n`)
  })

  it('keeps a byte order mark, line ends of Windows, and a last line without end', () => {
    expect(edited('\uFEFF---\r\nVersion: 1\r\n---\r\n# T')).toBe(
      `\uFEFF---\r\nVersion: 1\r\n${WRITTEN.replaceAll('\n', '\r\n')}---\r\n# T`,
    )
  })

  it('takes the lines out where nothing is to be said', () => {
    expect(edited(`---\n${WRITTEN}Version: 1\n---\n# T\n`, new Map())).toBe('---\nVersion: 1\n---\n# T\n')
  })

  it('refuses where it would change other words, and names the file', () => {
    const { source, diagnostics } = editBase(FILE, '---\n{ Version: 1,\nStatus: DRAFT }\n---\n# T\n', BASE)
    expect(source).toBeNull()
    expect(diagnostics).toMatchObject([{ code: 'edit-unsafe', file: FILE }])
  })

  it('is read as it was written, whatever stands around it', () => {
    const line = fc.constantFrom(
      'Version: 1',
      'Status: DRAFT',
      'Evidence:\n  x: 1',
      '# words',
      '',
      'Based On: {}',
    )
    const body = fc.constantFrom('# T\n', '', 'words\n\n---\nBased On: x\n---\n', '## 1. A\r\n\r\nwords')
    const base = fc.dictionary(fc.stringMatching(/^w-[1-9]$/), fc.stringMatching(/^[0-9a-f]{12}$/))
    fc.assert(
      fc.property(fc.uniqueArray(line, { minLength: 1 }), body, base, (lines, words, wanted) => {
        const source = `---\nOwner Role: SRE_LEAD\n${lines.join('\n')}\n---\n${words}`
        const after = edited(source, new Map(Object.entries(wanted)))
        expect(after?.endsWith(`---\n${words}`)).toBe(true)
        expect(
          Object.fromEntries(readText(FILE, (after ?? '').replaceAll('\r\n', '\n')).text?.base?.base ?? []),
        ).toEqual(wanted)
      }),
    )
  })
})
