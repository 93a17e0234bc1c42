import type { OwnerRole } from '#features/access/role-model.ts'
import { daysBetween } from '#features/checklist/calendar-rules.ts'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { FridayState } from '#features/checklist/workstream-model.ts'
import type { DocumentHead } from '#features/document/document-view-model.ts'

/** How a Friday report stands with whoever has to make it. */
type Duty = 'owed' | 'reported' | 'exempt'

const DUTY_OF: Readonly<Record<FridayState, Duty>> = {
  due: 'owed',
  missed: 'owed',
  updated: 'reported',
  confirmed: 'reported',
  late: 'reported',
  exempt: 'exempt',
}

type Owned = Pick<WorkstreamView, 'number' | 'ownerRole' | 'friday' | 'status' | 'targetDate'>

/** Whether the report of the week is still to be made. */
export const isOwed = ({ friday }: Pick<Owned, 'friday'>): boolean =>
  friday !== null && DUTY_OF[friday] === 'owed'

/** What is still to be done comes before what is not, the earliest target date first. */
const pressing = (a: Owned, b: Owned): number =>
  Number(isOwed(b)) - Number(isOwed(a)) ||
  Number(a.status === 'DONE') - Number(b.status === 'DONE') ||
  daysBetween(b.targetDate, a.targetDate) ||
  a.number - b.number

/** The workstreams that some roles own, the most pressing first: a report owed, work not done, the earliest target date. */
export const ownedBy = <Workstream extends Owned>(
  workstreams: readonly Workstream[],
  roles: readonly OwnerRole[],
): Workstream[] => workstreams.filter(({ ownerRole }) => roles.includes(ownerRole)).toSorted(pressing)

/** How many reports of the week are owed, made, and not required of workstreams. */
export function countDuties(workstreams: readonly Pick<Owned, 'friday'>[]): Record<Duty, number> {
  const counts = { owed: 0, reported: 0, exempt: 0 }
  for (const { friday } of workstreams) if (friday) counts[DUTY_OF[friday]] += 1
  return counts
}

/** Whether one of the roles has to review a document whose review is overdue. */
export const isReviewOwnedBy = (
  {
    metadata,
    category,
    reviewOverdueDays,
  }: Pick<DocumentHead, 'metadata' | 'category' | 'reviewOverdueDays'>,
  roles: readonly OwnerRole[],
): boolean =>
  reviewOverdueDays > 0 && (roles as readonly string[]).includes(metadata.ownerRole ?? category.ownerRole)
