import type { Span } from '#features/checklist/span-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** Address of the changes in a span. */
export const changesHref = (page: Pick<PageContext, 'locale' | 'asOf'>, { from, to }: Span): string =>
  pageHref(page, `/changes?from=${from}&to=${to}`)
