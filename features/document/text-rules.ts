import { toString as textOf } from 'mdast-util-to-string'
import { readTracker } from '#features/checklist/tracker-rules.ts'
import type { Diagnostic } from '#features/diagnostic/diagnostic-model.ts'
import { hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import type { DocumentText, PlacedMapping } from '#features/document/document-model.ts'
import { readFrontMatter } from '#features/document/front-matter-rules.ts'
import { parseMarkdown } from '#features/document/markdown-rules.ts'
import { takeMetadataLines } from '#features/document/metadata-lines-rules.ts'
import { readMetadata } from '#features/document/metadata-rules.ts'
import { readSectionClasses } from '#features/document/section-class-rules.ts'
import { UNNAMED } from '#features/document/section-key-rules.ts'
import { checkSectionNames, readSectionNames } from '#features/document/section-names-rules.ts'
import { sectionsOf } from '#features/document/section-rules.ts'
import { slugIn } from '#features/document/slug-rules.ts'
import type { Structure } from '#features/document/structure-model.ts'
import { checkTextLimits } from '#features/document/text-limits-rules.ts'
import { checkTreeLimits } from '#features/document/tree-limits-rules.ts'
import { readMapping } from '#features/evidence/mapping-rules.ts'
import { readBase } from '#features/localization/base-rules.ts'

function placedMapping(structure: Structure): {
  mapping: PlacedMapping | null
  diagnostics: readonly Diagnostic[]
} {
  const { mapping, diagnostics } = readMapping(structure)
  return { mapping: mapping && { mapping, placeOf: structure.placeOf }, diagnostics }
}

/**
 * Reads one language of a document.
 * @param file Where it stands, for the places of diagnostics.
 * @param source Text as text-bytes-rules lets it in: NFC, `\n`, no control characters.
 * @returns `text` is null where the source is beyond the limits, and as much as could be read where other rules are
 *   broken: then `tracker` is null, and metadata that is wrong is lacking.
 */
export function readText(
  file: string,
  source: string,
): { text: DocumentText | null; diagnostics: Diagnostic[] } {
  const front = readFrontMatter(file, source)
  const beyond = checkTextLimits(file, front.rest)
  if (hasErrors(beyond)) return { text: null, diagnostics: beyond }
  const root = parseMarkdown(front.rest)
  const overgrown = checkTreeLimits(file, root, source.length)
  if (overgrown.length > 0) return { text: null, diagnostics: overgrown }
  const heading = root.children.findIndex(node => node.type === 'heading' && node.depth === 1)
  const titleNode = root.children[heading]
  const lines = takeMetadataLines(root, heading + 1, file, front.rest)
  const body = { ...lines.body, children: lines.body.children.filter(node => node !== titleNode) }
  const { metadata, places, diagnostics } = readMetadata([...front.entries, ...lines.entries])
  const tracker = readTracker(file, body)
  // Of a document that is no checklist the key may mean anything.
  const evidence = tracker.rows && front.evidence ? placedMapping(front.evidence) : null
  const named = front.sections ? readSectionNames(front.sections) : null
  const base = front.basedOn ? readBase(front.basedOn) : null
  const classed = front.sectionClasses ? readSectionClasses(front.sectionClasses) : null
  const sectionNames = named?.names ?? UNNAMED
  return {
    text: {
      title: (titleNode && textOf(titleNode).trim()) || slugIn(file),
      metadata,
      metadataPlaces: places,
      body,
      tracker: tracker.rows,
      mapping: evidence?.mapping ?? null,
      sectionNames,
      sectionClasses:
        classed && front.sectionClasses
          ? { classes: classed.classes, placeOf: front.sectionClasses.placeOf }
          : null,
      frontLines: front.lines,
      base: base && front.basedOn ? { base: base.base, placeOf: front.basedOn.placeOf } : null,
    },
    diagnostics: [
      ...front.diagnostics,
      ...diagnostics,
      ...tracker.diagnostics,
      ...(evidence?.diagnostics ?? []),
      ...(named?.diagnostics ?? []),
      ...(classed?.diagnostics ?? []),
      ...(front.sections
        ? checkSectionNames(sectionsOf(body, sectionNames), front.sections, sectionNames)
        : []),
      ...(base?.diagnostics ?? []),
    ],
  }
}
