import { useTranslations } from 'next-intl'
import { PartNote } from '#components/document/part-note.tsx'
import { nameOf } from '#components/text/language-name.ts'
import { useWording } from '#components/text/wording.ts'
import type { ComparedText } from '#features/document/compared-texts-model.ts'
import type { DocumentView } from '#features/document/document-view-model.ts'
import { inLanguage } from '#features/localization/direction-rules.ts'
import { sentence } from '#features/localization/join-rules.ts'
import { authorityWords } from '#features/localization/standing-words-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface ComparedHeadsProps {
  readonly page: PageContext
  readonly document: DocumentView
  readonly texts: readonly ComparedText[]
}

/** Which texts are compared: language, title, what each counts for. */
export function ComparedHeads({ page, document, texts }: ComparedHeadsProps) {
  const t = useTranslations('sideBySide')
  const wording = useWording()
  return (
    <div className="mt-6 grid gap-x-8 gap-y-6 border-t border-ink pt-4 md:grid-cols-2 print:grid-cols-2">
      {texts.map(({ lang, title, top }) => (
        <div key={lang} className="min-w-0">
          <p className="text-lead font-semibold">{nameOf(lang, page.locale)}</p>
          {title && top ? (
            <>
              <p {...inLanguage(lang)}>{title.text}</p>
              <p className="text-small text-muted">
                {sentence(
                  authorityWords(title.authority, wording, document.standing.authoritativeLocale),
                  wording,
                )}
              </p>
              <PartNote
                page={page}
                document={document}
                part={top}
                main={{ ...top, isUnsaid: false }}
                name={t('titleAndTop')}
              />
            </>
          ) : (
            <p className="font-semibold text-progress">
              {t('noText', { language: nameOf(lang, page.locale) })}
            </p>
          )}
        </div>
      ))}
    </div>
  )
}
