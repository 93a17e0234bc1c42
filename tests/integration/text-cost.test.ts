import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { checkTextLimits } from '#features/document/text-limits-rules.ts'

const CHILD = path.join(import.meta.dirname, 'render-child.ts')
const folder = mkdtempSync(path.join(tmpdir(), 'mza-cost-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Pieces that cost a parser much, each a paragraph or so under a heading of its own. */
const DEAR: Record<string, string> = {
  links: `${'[a](b) '.repeat(400)}\n\n## h\n\n`,
  paragraphs: `${'a\n\n'.repeat(900)}## h\n\n`,
  'emphasis that never closes': `${'*a_ '.repeat(900)}\n\n## h\n\n`,
  'list items': `${'- a\n\n'.repeat(600)}## h\n\n`,
  'a table': `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(300)}\n## h\n\n`,
  addresses: `${'http://a.b '.repeat(600)}\n\n## h\n\n`,
}

it.each(Object.keys(DEAR))(
  'as many %s as the limits let in are read and shown within 2 seconds and 256 MiB',
  async name => {
    const piece = DEAR[name] ?? ''
    let text = piece
    while (text.length < 1_000_000 && checkTextLimits('a.md', text + piece).length === 0) text += piece
    const file = path.join(folder, 'a.md')
    writeFileSync(file, text)
    const start = performance.now()
    const { stdout } = await promisify(execFile)(process.execPath, [CHILD, file])
    expect((performance.now() - start) / 1000).toBeLessThan(2)
    expect(JSON.parse(stdout)).toMatchObject({
      errors: 0,
      peakMegabytes: expect.toSatisfy((peak: number) => peak < 256),
    })
  },
)
