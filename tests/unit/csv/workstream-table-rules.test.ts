import { describe, expect, test } from 'vitest'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import { workstreamTable } from '#features/csv/workstream-table-rules.ts'
import { wordingIn } from '#features/localization/wording.ts'
import { checklistView, workstreamView } from '#tests/unit/api/stories.ts'

const en = await wordingIn('en')

function rowOf(workstream: WorkstreamView) {
  const [head = [], row = []] = workstreamTable('list', checklistView([workstream]), en).rows
  return Object.fromEntries(row.map((cell, index) => [head[index], cell]))
}

describe('the table of workstreams', () => {
  test('says of words about a block that they are withheld, their class and who sees them', () => {
    const blocker = rowOf(workstreamView({ withheldNote: 'INTERNAL' }))[en.t('csv.blocker')]
    expect(blocker).toMatch(/withheld/i)
    expect(blocker).toContain('INTERNAL')
  })

  test('has nothing where nothing is written', () => {
    expect(rowOf(workstreamView())[en.t('csv.blocker')]).toBeNull()
  })
})
