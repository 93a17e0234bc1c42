import { daysBetween, fridayOf } from '#features/checklist/calendar-rules.ts'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { shortfalls } from '#features/checklist/friday-grid-rules.ts'
import { factWith } from '#features/localization/join-rules.ts'
import type { AskedFridays } from '#features/portal/asked-fridays-model.ts'
import { twinHref } from '#features/portal/form-rules.ts'
import { blocks, code, link, listOf, plain, tableOf } from '#features/twin/markdown-rules.ts'
import { notices, standingNotes } from '#features/twin/notices-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { authored } from '#features/twin/workstreams-markdown-rules.ts'

function dutiesOf({ workstreams, document }: ChecklistView, { wording }: TwinContext): string {
  const { t } = wording
  const due = workstreams.filter(({ friday }) => friday === 'due')
  if (due.length === 0) return t('friday.nothingDue')
  return listOf(
    [...Map.groupBy(due, ({ ownerRole }) => ownerRole)].map(([ownerRole, owed]) =>
      [
        code(ownerRole),
        ...owed.map(({ number, title, status }) => {
          const words = authored(title, wording, document.title)
          return `  - ${number}\\. ${words} · ${t(`status.${status}`)} ${code(status)}`
        }),
      ].join('\n'),
    ),
  )
}

function shortfallsOf({ grid }: AskedFridays, { wording }: TwinContext): string {
  const { t } = wording
  const found = shortfalls(grid)
  if (found.length === 0) return t('friday.noShortfall')
  return listOf(
    found.map(({ ownerRole, ...counts }) => {
      const told = (['missed', 'late'] as const).map(state =>
        t('friday.count', { state: t(`workstream.fridayState.${state}`), count: counts[state] }),
      )
      return factWith(code(ownerRole), told.join(' · '), wording)
    }),
  )
}

function weeksOf({ checklist, grid, window }: AskedFridays, { wish, wording }: TwinContext): string {
  const { t, day } = wording
  const weeksTo = (to: string) => wish.origin + twinHref(wish, '/friday', 'md', `?to=${to}`)
  return blocks(
    tableOf(
      [
        t('readiness.table.number'),
        t('readiness.table.workstream'),
        t('readiness.table.owner'),
        ...grid.fridays,
      ],
      grid.rows.map(({ workstream, states }) => [
        String(workstream.number),
        authored(workstream.title, wording, checklist.document.title),
        code(workstream.ownerRole),
        ...states.map(state => t(`workstream.fridayState.${state ?? 'none'}`)),
      ]),
    ),
    listOf(
      (['older', 'newer'] as const).flatMap(which => {
        const to = window[which]
        return to === null ? [] : [link(t(`friday.${which}`, { day: day(to) }), weeksTo(to))]
      }),
    ),
  ).trimEnd()
}

/** The Friday reports as Markdown: who owes one now, who failed to make one, and workstreams by weeks. */
export function fridayMarkdown(asked: AskedFridays, context: TwinContext): string {
  const { wish, wording } = context
  const { t, day } = wording
  const { checklist, grid } = asked
  const friday = fridayOf(wish.asOf.day)
  const [from] = grid.fridays
  const to = grid.fridays.at(-1)
  const head = [
    `# ${t('friday.title')}`,
    notices(context),
    t('friday.rule'),
    `${t('readiness.checklist')} ${plain(checklist.document.title.text)}`,
    standingNotes(checklist.document, context),
  ]
  if (!from || !to) return blocks(...head, t('friday.notYet'))
  return blocks(
    ...head,
    `## ${t('friday.due')}`,
    t('friday.deadline', { day: day(friday), days: daysBetween(wish.asOf.day, friday) }),
    dutiesOf(checklist, context),
    `## ${t('friday.shortfalls')}`,
    `${t('friday.range', { from: day(from), to: day(to) })} ${t('friday.makeUp')}`,
    shortfallsOf(asked, context),
    `## ${t('friday.grid')}`,
    weeksOf(asked, context),
  )
}
