import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import type { TextChange, TextChanges } from '#features/document/text-changes-model.ts'
import { factWith } from '#features/localization/join-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import { twinHref } from '#features/portal/form-rules.ts'
import { blocks, code, link, listOf } from '#features/twin/markdown-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { authored } from '#features/twin/workstreams-markdown-rules.ts'

const changeItem = ({ lang, recordedAt, commit, isFirst }: TextChange, wording: Wording): string => {
  const { t, language } = wording
  return [
    `  - ${factWith(language(lang), dayInTbilisi(recordedAt), wording)}`,
    commit === null ? t('changes.uncommitted') : `${t('changes.commit')} ${code(commit.slice(0, 10))}`,
    ...(isFirst ? [t('changes.newText')] : []),
  ].join(' · ')
}

/** The documents whose words changed, as Markdown. */
export function textsMarkdown({ documents, unlisted }: TextChanges, { wish, wording }: TwinContext): string {
  const { t } = wording
  return blocks(
    `## ${t('changes.texts')}`,
    documents.length === 0
      ? t('changes.noTexts')
      : listOf(
          documents.map(({ document, changes }) => {
            const address = wish.origin + twinHref(wish, `/docs/${document.path}`, 'md')
            const title = link(authored(document.title, wording), address)
            return [title, ...changes.map(change => changeItem(change, wording))].join('\n')
          }),
        ),
    unlisted > 0 ? t('changes.olderTexts', { count: unlisted }) : null,
  ).trimEnd()
}
