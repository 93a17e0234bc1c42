import { useWording } from '#components/text/wording.ts'
import type { WithheldEvidence } from '#features/evidence/withheld-evidence-rules.ts'
import { withheldWords } from '#features/evidence/withheld-words-rules.ts'

/** What of evidence this reader does not see, a sentence for each part of it. */
export function WithheldNotes({ withheld }: { withheld: readonly WithheldEvidence[] }) {
  const wording = useWording()
  return withheld.map(part => (
    <p key={part.what} className="mt-2 max-w-prose border-s-4 border-line ps-3">
      {withheldWords(part, wording)}
    </p>
  ))
}
