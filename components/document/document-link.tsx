import { useTranslations } from 'next-intl'
import type { DocumentView } from '#features/document/document-view-model.ts'
import { resolveLink } from '#features/document/link-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface DocumentLinkProps {
  readonly url: string
  readonly id: string | undefined
  readonly label: string | undefined
  readonly document: DocumentView
  readonly page: PageContext
  readonly children: React.ReactNode
}

/** A link an author wrote; one to a document that the portal does not have says so instead of leading nowhere. */
export function DocumentLink({ url, id, label, document, page, children }: DocumentLinkProps) {
  const t = useTranslations('document')
  const target = resolveLink(url, document.path, document.linkable)
  if (target.kind === 'not-here')
    return (
      <>
        {children} <span className="text-small text-muted">({t('notHere')})</span>
      </>
    )
  const href =
    target.kind === 'document'
      ? pageHref(page, `/docs/${target.path}${target.fragment && `#${target.fragment}`}`)
      : url
  return (
    <a
      href={href}
      id={id}
      aria-label={label}
      rel={target.kind === 'elsewhere' ? 'external noreferrer' : undefined}
    >
      {children}
    </a>
  )
}
