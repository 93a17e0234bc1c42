import { createTranslator } from 'next-intl'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { OwnedNumbers } from '#features/checklist/digest-model.ts'
import type { LocalizedText } from '#features/checklist/ledger-model.ts'
import type { Status } from '#features/checklist/status-model.ts'
import { escapeMarkdown } from '#features/document/escape-rules.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'
import { MESSAGES } from '#features/localization/messages.ts'

export type DigestWords = Awaited<ReturnType<typeof digestWords>>

/** The interface's words in a language, and how words of the content are put among them in Markdown. */
export async function digestWords(locale: Locale) {
  const t = createTranslator({ locale, messages: await MESSAGES[locale]() })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const languages = new Intl.DisplayNames(locale, { type: 'language' })

  /** On one line, its markup escaped; in another language than asked for, it says in which. */
  const authored = ({ text, lang }: AuthoredText) => {
    const escaped = escapeMarkdown(text).filter(Boolean).join(' ')
    if (lang === locale) return escaped
    return t('digest.inLanguage', { text: escaped, language: languages.of(lang) ?? lang })
  }
  return {
    t,
    authored,
    localized: (text: LocalizedText | null | undefined): string | null => {
      const shown = localizedText(text ?? null, locale)
      return shown && authored(shown)
    },
    day: (day: Day): string =>
      t('site.date', {
        year: day.slice(0, 4),
        month: month.format(new Date(day)),
        day: String(Number(day.slice(8))),
      }),
    status: (status: Status): string => t('digest.statusWord', { word: t(`status.${status}`), code: status }),
    owners: (owned: readonly OwnedNumbers[]): string =>
      owned
        .map(({ ownerRole, numbers }) => t('digest.owner', { role: ownerRole, numbers: numbers.join(', ') }))
        .join('; '),
  }
}
