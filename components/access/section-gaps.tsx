import { WithheldNote } from '#components/access/withheld-note.tsx'
import type { SectionGap } from '#features/document/composed-text-model.ts'

/** What of a section the reader may not see: all of it, or its notes. */
export function SectionGaps({ section }: { section: SectionGap }) {
  return (
    <>
      <WithheldNote place="section" class={section.withheld} />
      <WithheldNote place="sectionNotes" class={section.withheldNotes} />
    </>
  )
}
