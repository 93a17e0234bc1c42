import { Code } from '#components/text/code.tsx'
import { useWording } from '#components/text/wording.ts'
import type { Withheld } from '#features/document/document-view-model.ts'
import { withheldCount } from '#features/document/withheld-count-rules.ts'

/** Where documents are that a list does not show, because the reader's scope does not see them; nothing where none are. */
export function WithheldPlaces({ lead, withheld }: { lead: string; withheld: readonly Withheld[] }) {
  const wording = useWording()
  if (withheld.length === 0) return null
  return (
    <div className="mt-6 max-w-prose border-t border-line py-3 text-small">
      <p>{lead}</p>
      <ul>
        {withheld.map(entry => (
          <li key={`${entry.place} ${entry.kind} ${entry.class}`}>
            <Code>{entry.place}</Code>
            {' · '}
            {withheldCount(entry, wording)}
          </li>
        ))}
      </ul>
    </div>
  )
}
