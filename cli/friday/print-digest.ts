import { chooseChecklist } from '#cli/content/choose-checklist.ts'
import { printDiagnostics } from '#cli/content/print-diagnostics.ts'
import { readEnvironment } from '#cli/env.ts'
import { digestMarkdown } from '#cli/friday/digest-markdown.ts'
import { digestNames } from '#cli/friday/digest-names.ts'
import { PROJECT } from '#cli/project.ts'
import { type Day, parseDay } from '#features/checklist/calendar-model.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { digestOf } from '#features/checklist/digest-rules.ts'
import { recordOf } from '#features/checklist/file-record-rules.ts'
import { recordedOn } from '#features/checklist/fold-rules.ts'
import { hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import { readContent } from '#features/document/content-ingest.ts'
import { readRecordOfPast } from '#features/ingest/record-of-past-ingest.ts'
import { isLocale, LOCALES, type Locale } from '#features/localization/locale-model.ts'
import { Failure } from '#scripts/failure.js'

/** What `mza friday --digest` was asked, as the command line has it. */
export interface DigestOptions {
  readonly asOf?: string
  /** Undefined: the first one. */
  readonly locale?: string
  /** Path of a checklist in the content; undefined: the first one. */
  readonly document?: string
}

/**
 * Prints a digest of the week on standard output, from the files alone.
 * @throws {Failure} where the options or the content are not right, or the day lies before the record
 */
export async function printDigest(options: DigestOptions, now: Date): Promise<void> {
  const asOf = readDay(options.asOf, dayInTbilisi(now))
  const locale = readLocale(options.locale)
  const { contentFolder } = readEnvironment(PROJECT)
  const { ownersOf } = await readRecordOfPast(contentFolder)
  const content = await readContent(contentFolder, now, ownersOf)
  const errors = content.diagnostics.filter(found => found.severity === 'error')
  if (hasErrors(errors)) {
    printDiagnostics(errors)
    throw new Failure('The content has errors; a digest of it could be wrong.', 'Mend them and ask again.')
  }
  const document = chooseChecklist(content, options.document)
  const { rows, facts } = document.authoritative
  const category = content.categories?.find(({ code }) => code === document.found.category)
  const record = recordOf(document, category)
  const digest = digestOf(record, rows ?? [], facts.metadata.nextReviewDate, asOf)
  if (digest === null)
    throw new Failure(`There is no record yet of ${asOf}.`, 'Choose a later day with --as-of.')
  const names = digestNames(document, locale)
  // The notes in the files are those of the newest line, and may not have stood there on an earlier day.
  const isNewest = record.every(line => recordedOn(line) <= asOf)
  const known = isNewest ? names : { ...names, notes: new Map() }
  process.stdout.write(await digestMarkdown(digest, known, locale))
}

function readDay(text: string | undefined, today: Day): Day {
  const day = text === undefined ? today : parseDay(text)
  if (day === null) throw new Failure(`${text} is not a day.`, 'Write it as 2026-03-06.')
  if (day > today) throw new Failure(`${day} has not come yet.`, 'Choose today or a day gone by.')
  return day
}

function readLocale(text: string = LOCALES[0]): Locale {
  if (isLocale(text)) return text
  throw new Failure(`The interface has no language ${text}.`, `Choose ${LOCALES.join(' or ')}.`)
}
