import type { DocumentResource } from '#features/api/document-resource-model.ts'
import type { Wish } from '#features/api/request-rules.ts'
import type { Span } from '#features/checklist/span-rules.ts'
import type { DocumentHead } from '#features/document/document-view-model.ts'
import { pageHref } from '#features/portal/page-model.ts'

/** A path as one segment of an address: the gate lets no encoded `/` in, and `~` occurs in no path. */
const segmentOf = (path: string): string => path.replaceAll('/', '~')

export const pathOf = (id: string): string => id.replaceAll('~', '/')

/** The Document ID, or the path where there is none. */
export const idOf = ({ metadata, path }: DocumentHead): string => metadata.documentId ?? segmentOf(path)

// What the gate refuses in a path, and what URLs resolve away.
const NO_SEGMENT = /[%/\\\0]|^\.{1,2}$/

/** The parameters by which the API answers in the same language and of the same day. */
export const queryOf = ({ locale, asOf }: Wish): string =>
  new URLSearchParams({ locale, ...(asOf.isToday ? {} : { asOf: asOf.day }) }).toString()

/** How addresses name a document: a Document ID that none can hold gives way to the path. */
function addressPart(document: DocumentHead): string {
  const id = idOf(document)
  return encodeURIComponent(NO_SEGMENT.test(id) ? segmentOf(document.path) : id)
}

/** Address of what changed in a checklist in a span, in the same language and as of the same day. */
export const changesLink = (checklist: DocumentHead, { from, to }: Span, wish: Wish): string =>
  `/api/v1/checklists/${addressPart(checklist)}/changes?${queryOf(wish)}&from=${from}&to=${to}`

/** Addresses of a document, for the same language and day. */
export function linksOf(document: DocumentHead, wish: Wish): DocumentResource['links'] {
  const segment = addressPart(document)
  const address = (resources: string) => `/api/v1/${resources}/${segment}?${queryOf(wish)}`
  return {
    document: address('documents'),
    checklist: document.isChecklist ? address('checklists') : null,
    page: pageHref(wish, `/docs/${document.path}`),
  }
}
