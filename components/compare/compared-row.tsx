import { useTranslations } from 'next-intl'
import { ComparedSide } from '#components/compare/compared-side.tsx'
import { useWording } from '#components/text/wording.ts'
import type { ComparedSection, ComparedTexts } from '#features/document/compared-texts-model.ts'
import { factWords } from '#features/document/comparison-words-rules.ts'
import type { DocumentView } from '#features/document/document-view-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface ComparedRowProps {
  readonly page: PageContext
  readonly document: DocumentView
  readonly texts: ComparedTexts['texts']
  readonly row: ComparedSection
}

/** A section in two languages, beside each other where there is room, and the facts that they state differently. */
export function ComparedRow({ page, document, texts, row }: ComparedRowProps) {
  const t = useTranslations('sideBySide')
  const wording = useWording()
  const langs = [texts[0].lang, texts[1].lang] as const
  // A table needs the whole width, on paper above all: its text stands below the other.
  const isBeside = !row.sides.some(side => side?.nodes.some(({ type }) => type === 'table'))
  return (
    <section id={`s-${row.key}`} className="mt-8 border-t border-line pt-4">
      {row.differences.length > 0 && (
        <div className="mb-4 max-w-prose border-s-4 border-blocked ps-4">
          <p className="font-semibold text-blocked">{t('facts.title')}</p>
          <ul>
            {row.differences
              .map(difference => factWords(difference, langs, wording))
              .map(words => (
                <li key={words}>{words}</li>
              ))}
          </ul>
        </div>
      )}
      <div className={`grid gap-x-8 gap-y-6 ${isBeside ? 'md:grid-cols-2 print:grid-cols-2' : ''}`}>
        {([0, 1] as const).map(side => (
          <ComparedSide
            key={side}
            page={page}
            document={document}
            lang={langs[side]}
            section={row.sides[side]}
            isBeside={isBeside}
          />
        ))}
      </div>
    </section>
  )
}
