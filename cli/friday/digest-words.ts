import type { OwnedNumbers } from '#features/checklist/digest-model.ts'
import type { LocalizedText } from '#features/checklist/ledger-model.ts'
import type { Status } from '#features/checklist/status-model.ts'
import { escapeMarkdown } from '#features/document/escape-rules.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import { clauses, listed } from '#features/localization/join-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'
import { wordingIn } from '#features/localization/wording.ts'

export type DigestWords = Awaited<ReturnType<typeof digestWords>>

/** The interface's words in a language, and how words of the content are put among them in Markdown. */
export async function digestWords(locale: Locale) {
  const wording = await wordingIn(locale)
  const { t, language } = wording

  /** On one line, its markup escaped; in another language than asked for, it says in which. */
  const authored = ({ text, lang }: AuthoredText) => {
    const escaped = escapeMarkdown(text).filter(Boolean).join(' ')
    if (lang === locale) return escaped
    return t('digest.inLanguage', { text: escaped, language: language(lang) })
  }
  return {
    ...wording,
    authored,
    localized: (text: LocalizedText | null | undefined): string | null => {
      const shown = localizedText(text ?? null, locale)
      return shown && authored(shown)
    },
    status: (status: Status): string => t('digest.statusWord', { word: t(`status.${status}`), code: status }),
    owners: (owned: readonly OwnedNumbers[]): string =>
      clauses(
        owned.map(({ ownerRole, numbers }) =>
          t('digest.owner', { role: ownerRole, numbers: listed(numbers, wording) }),
        ),
        wording,
      ),
  }
}
