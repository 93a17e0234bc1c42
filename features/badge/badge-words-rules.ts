import type { Badge, Tone } from '#features/badge/badge-rules.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import { dayInTbilisi, daysBetween } from '#features/checklist/calendar-rules.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { Status } from '#features/checklist/status-model.ts'
import { factWith } from '#features/localization/join-rules.ts'
import type { Wording } from '#features/localization/wording.ts'

/** Days after its newest record from which a checklist says nothing certain any more. */
const FRESH_DAYS = 7

const TONES: Record<Status, Tone> = {
  TODO: 'waiting',
  IN_PROGRESS: 'going',
  BLOCKED: 'bad',
  DONE: 'good',
}

type BadgeWords = Omit<Badge, 'locale' | 'title'>

/** What is said of a checklist, or of one of its workstreams; null where there is nothing to say it of. */
export type SayOnBadge = (checklist: ChecklistView, wording: Wording) => BadgeWords

export const readinessBadge: SayOnBadge = ({ readiness }, { t }) => ({
  label: t('badge.readiness'),
  value: readiness.ready
    ? t('badge.ready')
    : t('badge.done', { done: readiness.done, total: readiness.total }),
  tone: readiness.ready ? 'good' : readiness.blocked > 0 ? 'bad' : 'waiting',
})

export const fridayBadge: SayOnBadge = ({ workstreams }, { t }) => {
  const count = (...states: WorkstreamView['friday'][]) =>
    workstreams.filter(({ friday }) => states.includes(friday)).length
  const due = count('due')
  const owed = due + count('updated', 'confirmed')
  return {
    label: t('badge.friday'),
    value: owed === 0 ? t('badge.nothingOwed') : t('badge.reported', { reported: owed - due, owed }),
    tone: due === 0 ? 'good' : 'waiting',
  }
}

export const workstreamBadge =
  ({ number, status, overdueDays }: WorkstreamView): SayOnBadge =>
  (_, { t }) => ({
    label: t('badge.workstream', { number }),
    value:
      overdueDays > 0
        ? t('badge.overdue', { status: t(`status.${status}`), days: overdueDays })
        : t(`status.${status}`),
    tone: overdueDays > 0 ? 'bad' : TONES[status],
  })

const isOutdated = ({ lines }: ChecklistView, asOf: Day): boolean => {
  const newest = lines.at(-1)
  return !newest || daysBetween(dayInTbilisi(new Date(newest.recordedAt)), asOf) > FRESH_DAYS
}

/** A badge that turns grey, and says why, when the newest record is older than a week. */
export function agedBadge(say: SayOnBadge, checklist: ChecklistView, asOf: Day, wording: Wording): Badge {
  const said = say(checklist, wording)
  const badge: BadgeWords = isOutdated(checklist, asOf)
    ? { ...said, value: `${said.value} · ${wording.t('badge.outdated')}`, tone: 'unknown' }
    : said
  return { ...badge, locale: wording.locale, title: factWith(badge.label, badge.value, wording) }
}
