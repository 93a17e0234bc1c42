import type { DocumentView } from '#features/document/document-view-model.ts'
import { TOP } from '#features/document/text-section-rules.ts'
import { type Mixture, mixtureOf } from '#features/localization/mixture-rules.ts'
import type { SectionStanding } from '#features/localization/section-standing-model.ts'

/** The title of a document, where no words before the first heading say what it counts for, and its sections. */
export const partsShown = ({ sections, top }: DocumentView): SectionStanding[] =>
  sections.some(({ key }) => key === TOP) ? [...sections] : [top, ...sections]

/** What the parts of a document count for, taken together. */
export const mixtureOfDocument = (document: DocumentView): Mixture =>
  mixtureOf(partsShown(document), document.standing)
