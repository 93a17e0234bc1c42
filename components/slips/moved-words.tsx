import { MovedMark } from '#components/slips/moved-mark.tsx'
import { useMovesCount } from '#components/slips/moves-words.ts'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'

/** Beside a target date: that it is not the one first set; nothing where it is. */
export function MovedWords({ workstream }: { workstream: WorkstreamView }) {
  const count = useMovesCount()
  const { moves } = workstream
  return moves ? (
    <span className="inline-block text-ink">
      <MovedMark />
      {count(moves)}
    </span>
  ) : null
}
