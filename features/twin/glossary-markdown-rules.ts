import type { Term } from '#features/glossary/glossary-model.ts'
import { definitionOf, lettersOf } from '#features/glossary/glossary-rules.ts'
import { factWith } from '#features/localization/join-rules.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'
import { blocks, code, listOf, plain } from '#features/twin/markdown-rules.ts'
import { notices } from '#features/twin/notices-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { authored } from '#features/twin/workstreams-markdown-rules.ts'

function entryOf(term: Term, { wording }: TwinContext): string {
  const { locale, language } = wording
  return blocks(
    `### ${plain(term.name[locale])}${term.code === undefined ? '' : ` ${code(term.code)}`}`,
    authored(definitionOf(term, locale), wording),
    listOf(
      TEXT_LOCALES.filter(lang => lang !== locale).map(lang =>
        factWith(plain(language(lang)), plain(term.name[lang]), wording),
      ),
    ),
  ).trimEnd()
}

/** The glossary as Markdown. */
export const glossaryMarkdown = (terms: readonly Term[], context: TwinContext): string =>
  blocks(
    `# ${context.wording.t('glossary.title')}`,
    notices(context),
    ...lettersOf(terms, context.wording.locale).flatMap(({ letter, terms: own }) => [
      `## ${plain(letter)}`,
      ...own.map(term => entryOf(term, context)),
    ]),
  )
