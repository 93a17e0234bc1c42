import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface PageStepsProps {
  readonly page: PageContext
  /** Address of the list, without the language. */
  readonly path: string
  /** Of the page shown, from 1. */
  readonly number: number
  readonly hasMore: boolean
  readonly words: { readonly previous: string; readonly next: string }
}

/** Leads to the pages of a list before and after; nothing where it has but one. */
export function PageSteps({ page, path, number, hasMore, words }: PageStepsProps) {
  const href = (wanted: number) => pageHref(page, wanted > 1 ? `${path}?page=${wanted}` : path)
  if (number === 1 && !hasMore) return null
  return (
    <p className="mt-3 flex flex-wrap gap-x-6 print:hidden">
      {number > 1 && (
        <a href={href(number - 1)} rel="prev" className="inline-block py-1">
          {words.previous}
        </a>
      )}
      {hasMore && (
        <a href={href(number + 1)} rel="next" className="inline-block py-1">
          {words.next}
        </a>
      )}
    </p>
  )
}
