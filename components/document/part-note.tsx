import { useTranslations } from 'next-intl'
import { Difference } from '#components/document/difference.tsx'
import { nameOf } from '#components/text/language-name.ts'
import { useWording } from '#components/text/wording.ts'
import type { DocumentView } from '#features/document/document-view-model.ts'
import { partWords } from '#features/localization/drift-words-rules.ts'
import { isLocale } from '#features/localization/locale-model.ts'
import type { MainStanding } from '#features/localization/mixture-rules.ts'
import type { SectionStanding } from '#features/localization/section-standing-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface PartNoteProps {
  readonly page: PageContext
  readonly document: DocumentView
  readonly part: SectionStanding & { readonly prevailingAnchor?: string | null }
  /** What most of the page counts for. */
  readonly main: MainStanding
  /** What is meant, where no heading of its own says it. */
  readonly name?: string
}

/** What a part of a document counts for where that is not what the page says of the whole; else nothing. */
export function PartNote({ page, document, part, main, name }: PartNoteProps) {
  const t = useTranslations('document')
  const prevailing = document.standing.authoritativeLocale
  const words = partWords(part, main, useWording(), prevailing)
  if (words.length === 0) return null
  const anchor = part.prevailingAnchor ? `#${part.prevailingAnchor}` : ''
  const isElsewhere = part.authority !== 'authoritative' || prevailing !== page.locale
  return (
    <div className="mt-3 max-w-prose border-s-2 border-progress ps-3 text-small">
      <p>
        {name && <strong>{name} </strong>}
        {words.join(' ')}
      </p>
      {part.drift?.kind === 'behind' && <Difference pieces={part.drift.difference} lang={prevailing} />}
      {isElsewhere && part.drift?.kind !== 'unpaired' && isLocale(prevailing) && (
        <p>
          <a
            href={`${pageHref({ ...page, locale: prevailing }, `/docs/${document.path}`)}${anchor}`}
            hrefLang={prevailing}
            className="inline-block py-0.5"
          >
            {t('readPrevailing')} ({nameOf(prevailing, page.locale)})
          </a>
        </p>
      )}
    </div>
  )
}
