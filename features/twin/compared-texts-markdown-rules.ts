import type {
  ComparedSection,
  ComparedText,
  TextComparison,
} from '#features/document/compared-texts-model.ts'
import { factWords } from '#features/document/comparison-words-rules.ts'
import { named } from '#features/localization/join-rules.ts'
import { authorityWords } from '#features/localization/standing-words-rules.ts'
import { blocks, listOf, plain } from '#features/twin/markdown-rules.ts'
import { notices } from '#features/twin/notices-rules.ts'
import { partNote, sectionGaps } from '#features/twin/parts-markdown-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'

function headOf(
  { lang, title, top }: ComparedText,
  comparison: TextComparison,
  context: TwinContext,
): string {
  const { t, language } = context.wording
  if (!title || !top) return t('sideBySide.noText', { language: language(lang) })
  const { document } = comparison
  const authority = authorityWords(title.authority, context.wording, document.standing.authoritativeLocale)
  return blocks(
    [`**${language(lang)}**`, plain(title.text), authority].join(' · '),
    partNote(top, { ...top, isUnsaid: false }, document, context),
  ).trimEnd()
}

function rowOf(
  { sides, differences }: ComparedSection,
  { document, compared }: TextComparison,
  context: TwinContext,
): (string | null)[] {
  const { t, language } = context.wording
  const [a, b] = compared.texts
  const said = differences.map(difference => plain(factWords(difference, [a.lang, b.lang], context.wording)))
  return [
    '---',
    said.length > 0 ? blocks(t('sideBySide.facts.title'), listOf(said)).trimEnd() : null,
    ...sides.flatMap((section, index) => {
      const { lang } = compared.texts[index] ?? a
      const missing = t('sideBySide.missing', { language: language(lang) })
      if (!section) return [`## ${plain(language(lang))}`, missing]
      const number = section.number === null ? '' : `${section.number}. `
      const name = plain(language(lang))
      return [
        section.heading === ''
          ? `## ${name}`
          : `## ${named(name, context.wording)} ${number}${plain(section.heading)}`,
        ...sectionGaps(section, context),
        partNote(section, { ...section, isUnsaid: false }, document, context),
        section.markdown,
      ]
    }),
  ]
}

/** A text in two languages as Markdown: section by section, one language below the other. */
export function comparedTextsMarkdown(comparison: TextComparison, context: TwinContext): string {
  const { t } = context.wording
  const { document, compared } = comparison
  return blocks(
    `# ${t('sideBySide.title')}`,
    notices(context),
    plain(document.title.text),
    ...compared.texts.map(text => headOf(text, comparison, context)),
    ...compared.sections.flatMap(row => rowOf(row, comparison, context)),
  )
}
