import { withheldWords } from '#features/access/withheld-words-rules.ts'
import type { DocumentView, ShownSection } from '#features/document/document-view-model.ts'
import { mixtureOfDocument, partsShown } from '#features/document/parts-rules.ts'
import { TOP } from '#features/document/text-section-rules.ts'
import { mixtureWords, partWords } from '#features/localization/drift-words-rules.ts'
import { factWith } from '#features/localization/join-rules.ts'
import { isLocale } from '#features/localization/locale-model.ts'
import type { MainStanding } from '#features/localization/mixture-rules.ts'
import type { SectionStanding } from '#features/localization/section-standing-model.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { blocks, listOf, plain } from '#features/twin/markdown-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'

type Part = SectionStanding & Partial<Pick<ShownSection, 'prevailingAnchor'>>

/** What a part of a document counts for, as a quote above it; null where that is what the whole counts for. */
export function partNote(
  part: Part,
  main: MainStanding,
  { path, standing }: DocumentView,
  { wording, wish }: TwinContext,
): string | null {
  const prevailing = standing.authoritativeLocale
  const words = partWords(part, main, wording, prevailing)
  if (words.length === 0) return null
  const anchor = part.prevailingAnchor ? `#${part.prevailingAnchor}` : ''
  const isElsewhere = part.authority !== 'authoritative' && part.drift?.kind !== 'unpaired'
  const where =
    isElsewhere && isLocale(prevailing)
      ? [
          factWith(
            wording.t('document.readPrevailing'),
            `<${pageAddress({ ...wish, locale: prevailing }, `/docs/${path}`)}${anchor}>`,
            wording,
          ),
        ]
      : []
  return [...words.map(plain), ...where].map(line => `> ${line}`).join('  \n')
}

/** That parts of a document count for different things, and how many. */
export const mixtureNotes = (document: DocumentView, { wording }: TwinContext): string =>
  listOf(mixtureWords(mixtureOfDocument(document), wording, document.standing.authoritativeLocale).map(plain))

/** What of a section the reader may not see, as quotes in its place. */
export const sectionGaps = (
  { withheld, withheldNotes }: ShownSection,
  { wording }: TwinContext,
): string[] => [
  ...(withheld ? [`> ${plain(withheldWords('section', withheld, wording))}`] : []),
  ...(withheldNotes ? [`> ${plain(withheldWords('sectionNotes', withheldNotes, wording))}`] : []),
]

function headingOf({ number, heading, withheld }: ShownSection, { wording }: TwinContext): string | null {
  if (heading === '' && !withheld) return null
  const words = withheld ? wording.t('withheld.heading') : heading
  return `## ${number === null ? '' : `${number}. `}${plain(words)}`
}

/** The text of a document: as its file has it, or, where its parts count for different things, part by part. */
export function textMarkdown(document: DocumentView, context: TwinContext): string {
  const { main, isMixed } = mixtureOfDocument(document)
  const isWhole = document.sections.every(section => sectionGaps(section, context).length === 0)
  if (!isMixed && isWhole) return document.markdown.trim()
  const [first] = partsShown(document)
  const isTitleTold = document.sections[0]?.key === TOP
  return blocks(
    `# ${plain(document.title.text)}`,
    first && !isTitleTold ? partNote(first, main, document, context) : null,
    ...document.sections.flatMap(section => [
      headingOf(section, context),
      ...sectionGaps(section, context),
      partNote(section, main, document, context),
      section.markdown,
    ]),
  ).trimEnd()
}
