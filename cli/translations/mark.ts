import type { AddCommand } from '#cli/commands/command.ts'
import { printDiagnostics } from '#cli/content/print-diagnostics.ts'
import { writeOut } from '#cli/recording/carry-out.ts'
import { showPlan } from '#cli/recording/show-plan.ts'
import { ownWorkplace } from '#cli/recording/workplace.ts'
import { holdDocument } from '#features/checklist/recording-ingest.ts'
import type { ReadDocument, ReadSource } from '#features/document/read-model.ts'
import { walkContent } from '#features/document/walk-ingest.ts'
import { readRecordOfPast } from '#features/ingest/record-of-past-ingest.ts'
import { planMarks } from '#features/localization/mark-ingest.ts'
import { sharedKeys } from '#features/localization/mark-rules.ts'
import { Failure } from '#scripts/failure.js'

interface MarkOptions {
  readonly section?: string
  readonly dryRun?: boolean
}

export const addMark: AddCommand = (program, signal) => {
  program
    .command('mark')
    .description('say that a translation is made from the authoritative text as it stands')
    .argument('<document>', 'its path, such as 80_chain/…')
    .argument('[locale]', 'the language of the translation (default: every one there is)')
    .option('--section <key>', 'one section alone, by the key that `translations status <document>` shows')
    .option('--dry-run', 'show what would be written, and write nothing')
    .action((path: string, locale: string | undefined, options: MarkOptions) =>
      mark(path.replace(/\/$/, ''), locale ?? null, options, signal),
    )
}

async function mark(
  path: string,
  locale: string | null,
  { section, dryRun = false }: MarkOptions,
  signal: AbortSignal,
): Promise<void> {
  const now = new Date()
  const workplace = ownWorkplace()
  const { contentFolder } = workplace.environment
  const { document, diagnostics } = await openDocument(contentFolder, path, now)
  const translations = chosen(document, locale, section ?? null)
  const plan = await planMarks(document, diagnostics, translations, section ?? null, now)
  printDiagnostics(plan.diagnostics)
  if (plan.files === null)
    throw new Failure(
      'Nothing is marked; no file is written.',
      'Mend what is named above and run the command again; or, where it is but a warning, mark section by section.',
    )
  const written = plan.files.map(({ source }) => `  ${source.file}`)
  if (plan.files.length === 0) console.log('It is said already; nothing is written.')
  else if (dryRun)
    console.log(`${showPlan({ files: plan.files })}\n\nNothing is written: this was a dry run.`)
  else {
    const said = ['Made from the authoritative text as it stands:', ...written]
    await writeOut(
      plan.files,
      [...said, 'Commit these files: then others see them.'].join('\n'),
      workplace,
      signal,
    )
  }
}

/** @throws {Failure} where there is no such document, or it cannot be read */
async function openDocument(contentFolder: string, path: string, now: Date) {
  const { documents } = await walkContent(contentFolder)
  const { ownersOf } = await readRecordOfPast(contentFolder)
  const found = documents.find(each => each.path === path)
  if (!found)
    throw new Failure(
      `expected the path of a document, found ${JSON.stringify(path)}`,
      `Give one of: ${documents.map(each => each.path).join(', ')}`,
    )
  const { document, diagnostics } = await holdDocument(found, now, ownersOf)
  if (document) return { document, diagnostics }
  printDiagnostics(diagnostics.filter(({ severity }) => severity === 'error'))
  throw new Failure(
    `${path} has errors, and nothing can be marked in it.`,
    'Mend them and run the command again.',
  )
}

/** @throws {Failure} where the document has no such translation, or no such section */
function chosen(
  { authoritative, sources }: ReadDocument,
  locale: string | null,
  key: string | null,
): ReadSource[] {
  const all = sources.filter(source => source !== authoritative)
  const meant = all.filter(source => locale === null || source.locale === locale)
  if (meant.length === 0)
    throw new Failure(
      locale === null
        ? 'The document has no translation.'
        : `expected a translation, found ${JSON.stringify(locale)}`,
      `The authoritative text is ${authoritative.locale}; translations: ${all.map(each => each.locale).join(', ') || 'none'}.`,
    )
  const keys = new Set(meant.flatMap(source => sharedKeys(source.facts, authoritative.facts)))
  if (key === null || keys.has(key)) return meant
  throw new Failure(
    `--section: expected the key of a section of both texts, found ${JSON.stringify(key)}`,
    `Give one of: ${[...keys].join(', ')}`,
  )
}
