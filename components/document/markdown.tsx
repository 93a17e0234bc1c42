import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime'
import type { RootContent } from 'mdast'
import { useTranslations } from 'next-intl'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { DocumentLink } from '#components/document/document-link.tsx'
import { TaskMark } from '#components/document/task-mark.tsx'
import { StatusMark } from '#components/status/status-mark.tsx'
import { isStatus } from '#features/checklist/status-model.ts'
import type { DocumentView } from '#features/document/document-view-model.ts'
import { toMarkup } from '#features/document/markup-rules.ts'
import { termPath } from '#features/glossary/glossary-rules.ts'
import { linkTerms } from '#features/glossary/term-link-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface MarkdownProps {
  readonly nodes: readonly RootContent[]
  /** Language of the words. */
  readonly lang: TextLocale
  readonly document: DocumentView
  readonly page: PageContext
  /** Begins the identifiers of footnotes; the section's anchor. */
  readonly prefix?: string
  /** What a table of it is called, where a page has more than one text. */
  readonly tableName?: string
}

/** What an author wrote, as HTML without script, style or anything the sanitizer does not know. */
export function Markdown({ nodes, lang, document, page, prefix = 'text', tableName }: MarkdownProps) {
  const t = useTranslations('document')
  const components: Partial<Components> = {
    // A page has one h1, its title, and its sections are h2.
    h1: ({ children }) => <h3>{children}</h3>,
    h2: ({ children }) => <h3>{children}</h3>,
    a: ({ href = '', id, children, 'aria-label': label, ...others }) =>
      'data-term' in others ? (
        <a href={href} className="decoration-dotted">
          {children}
        </a>
      ) : (
        <DocumentLink url={href} id={id} label={label} document={document} page={page}>
          {children}
        </DocumentLink>
      ),
    img: ({ alt }) => <span className="text-muted">[{t('image', { alt: alt ?? '' })}]</span>,
    // A status sign is drawn: not every reader's machine has a font with it.
    data: ({ value }) =>
      typeof value === 'string' && isStatus(value) ? (
        <span className="inline-block align-[-0.15em]">
          <StatusMark status={value} />
        </span>
      ) : null,
    input: ({ checked }) => <TaskMark met={checked === true} />,
    table: ({ children }) => (
      // A wide table scrolls by itself, also by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable (WCAG 2.1.1)
      <section className="overflow-x-auto" tabIndex={0} aria-label={tableName ?? t('table')}>
        <table>{children}</table>
      </section>
    ),
    pre: ({ children }) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable (WCAG 2.1.1)
      <pre tabIndex={0} lang="en" dir="ltr" translate="no">
        {children}
      </pre>
    ),
    code: ({ children }) => (
      <code lang="en" dir="ltr" translate="no">
        {children}
      </code>
    ),
  }
  const words = { footnotes: t('footnotes'), backToText: t('backToText') }
  const markup = toMarkup(nodes, prefix, words)
  linkTerms(markup, document.terms, lang, id => pageHref(page, termPath(id)))
  return toJsxRuntime(markup, {
    Fragment,
    jsx,
    jsxs,
    components,
    tableCellAlignToStyle: false,
  })
}
