import { describe, expect, test } from 'vitest'
import { inFoldOrder } from '#features/checklist/fold-rules.ts'
import { HISTORY_PAGE, historyPage } from '#features/checklist/history-rules.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { wordingIn } from '#features/localization/wording.ts'
import { historyMarkdown } from '#features/twin/history-markdown-rules.ts'
import { asked, PORTAL } from '#tests/unit/api/stories.ts'
import { baseline, change, confirm } from '#tests/unit/checklist/stories.ts'

const wish = { ...asked('en'), origin: 'https://mza.example', query: new URLSearchParams() }
const context = {
  wish,
  wording: await wordingIn('en'),
  portal: PORTAL,
  path: '/docs/80_chain/example/1',
  query: '',
}

const LONG = Array.from({ length: HISTORY_PAGE + 9 }, (_, minute) =>
  change({ recordedAt: new Date(Date.parse('2026-03-09T08:00:00Z') + minute * 60_000).toISOString() }),
)

const part = (written: Parameters<typeof hashed>[0][], before?: number) => {
  const lines = inFoldOrder(written.map(line => ({ ...hashed(line), enteredAt: null })))
  const history = historyPage(lines, before)
  if (!history) throw new Error('no such part')
  return historyMarkdown(history, context)
}

describe('the history of a workstream as Markdown', () => {
  test('is a part of it as on the page, and says which, and where the rest is', () => {
    const newest = part([baseline(), ...LONG])
    expect(newest.match(/^- 2026-/gm)).toHaveLength(HISTORY_PAGE)
    expect(newest).toContain(`Records 11 to ${HISTORY_PAGE + 10} of ${HISTORY_PAGE + 10}, the newest first.`)
    expect(newest).toContain(
      '[Earlier records](<https://mza.example/en/docs/80_chain/example/1.md?before=11>)',
    )
    expect(newest).not.toContain('Newest records')
    // A list after a list would be one with it.
    expect(newest).toMatch(/\n\n\[Earlier records\]/)
  })

  test('leads from an older part to the newest one', () => {
    const oldest = part([baseline(), ...LONG], 11)
    expect(oldest.match(/^- 2026-/gm)).toHaveLength(10)
    expect(oldest).toContain('[Newest records](<https://mza.example/en/docs/80_chain/example/1.md>)')
    expect(oldest).not.toContain('before=')
  })

  test('has each of the confirmations in a row below one sentence', () => {
    const days = ['2026-03-09', '2026-03-16']
    const text = part([baseline(), ...days.map(day => confirm({ recordedAt: `${day}T12:00:00+04:00` }))])
    expect(text).toMatch(/^- 2 reports in a row .+\n {2}- 2026-03-16, .+\n {2}- 2026-03-09, /m)
  })
})
