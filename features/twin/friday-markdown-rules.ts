import type { AskedFridays } from '#features/portal/asked-fridays-model.ts'
import { blocks, code, plain, tableOf } from '#features/twin/markdown-rules.ts'
import { notices, standingNotes } from '#features/twin/notices-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { authored } from '#features/twin/workstreams-markdown-rules.ts'

/** The Friday reports as Markdown: workstreams by weeks. */
export function fridayMarkdown({ checklist, grid }: AskedFridays, context: TwinContext): string {
  const { wording } = context
  const { t } = wording
  const { document } = checklist
  return blocks(
    `# ${t('friday.title')}`,
    notices(context),
    t('friday.rule'),
    `${t('readiness.checklist')} ${plain(document.title.text)}`,
    standingNotes(document, context),
    tableOf(
      [
        t('readiness.table.number'),
        t('readiness.table.workstream'),
        t('readiness.table.owner'),
        ...grid.fridays,
      ],
      grid.rows.map(({ workstream, states }) => [
        String(workstream.number),
        authored(workstream.title, wording, document.title),
        code(workstream.ownerRole),
        ...states.map(state => t(`workstream.fridayState.${state ?? 'none'}`)),
      ]),
    ),
  )
}
