import { AdminPart } from '#components/admin/admin-part.tsx'
import { OwnPart } from '#components/own/own-part.tsx'
import { ReviewerPart } from '#components/reviewer/reviewer-part.tsx'
import type { PageContext } from '#features/portal/page-model.ts'
import type { ReaderParts as Parts } from '#features/portal/reader-parts-model.ts'

/** What the reader comes for first, before what everyone sees; nothing for a guest. What they owe as an owner comes last. */
export function ReaderParts({ page, parts }: { page: PageContext; parts: Parts | null }) {
  if (parts === null) return null
  return (
    <>
      {parts.admin && <AdminPart page={page} part={parts.admin} />}
      {parts.reviewer && <ReviewerPart page={page} part={parts.reviewer} />}
      {parts.own && <OwnPart page={page} work={parts.own} />}
    </>
  )
}
