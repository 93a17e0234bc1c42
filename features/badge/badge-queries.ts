import { badgeOf } from '#features/badge/badge-rules.ts'
import {
  agedBadge,
  fridayBadge,
  readinessBadge,
  type SayOnBadge,
  workstreamBadge,
} from '#features/badge/badge-words-rules.ts'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { readFirstChecklist } from '#features/checklist/checklist-queries.ts'
import { wordingIn } from '#features/localization/wording.ts'
import type { FileWish, NoFile, PortalFile } from '#features/portal/file-model.ts'
import { noRecordYet, nothingAt } from '#features/portal/file-rules.ts'

const BADGES: Readonly<Record<string, SayOnBadge>> = { readiness: readinessBadge, friday: fridayBadge }

function sayingOf(what: string, { workstreams }: ChecklistView): SayOnBadge | undefined {
  if (Object.hasOwn(BADGES, what)) return BADGES[what]
  const workstream = workstreams.find(({ number }) => String(number) === what)
  return workstream && workstreamBadge(workstream)
}

/** A badge of the first checklist: `readiness`, `friday`, or the number of a workstream. */
export async function readBadge(wish: FileWish, what: string): Promise<PortalFile | NoFile> {
  const [checklist, wording] = await Promise.all([
    readFirstChecklist(wish.locale, wish.asOf),
    wordingIn(wish.locale),
  ])
  if (checklist === 'no-record-yet') return noRecordYet(wish)
  const say = checklist && sayingOf(what, checklist)
  if (!checklist || !say) return nothingAt('readiness, friday or the number of a workstream', what)
  return {
    type: 'image/svg+xml; charset=utf-8',
    body: badgeOf(agedBadge(say, checklist, wish.asOf.day, wording)),
    saveAs: null,
  }
}
