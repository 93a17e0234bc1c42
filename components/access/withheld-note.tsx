import { useWording } from '#components/text/wording.ts'
import type { ContentClass } from '#features/access/class-model.ts'
import { withheldWords } from '#features/access/withheld-words-rules.ts'

interface WithheldNoteProps {
  readonly place: Parameters<typeof withheldWords>[0]
  /** Null where nothing is withheld. */
  readonly class: ContentClass | null
}

/** In the place of what the reader may not see: its class, and who may see it. */
export function WithheldNote({ place, class: kind }: WithheldNoteProps) {
  const wording = useWording()
  if (kind === null) return null
  return (
    <p className="my-2 max-w-prose border-s-2 border-line ps-3 text-small text-muted">
      {withheldWords(place, kind, wording)}
    </p>
  )
}
