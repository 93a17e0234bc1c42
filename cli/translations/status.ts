import type { AddCommand } from '#cli/commands/command.ts'
import { unlessAborted } from '#cli/content/unless-aborted.ts'
import { readEnvironment } from '#cli/env.ts'
import { columns, plain } from '#cli/evidence/columns.ts'
import { PROJECT } from '#cli/project.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { readTranslations } from '#features/ingest/translations-ingest.ts'
import type { Drift } from '#features/localization/drift-model.ts'
import { TRANSLATION_STATES, type Translation } from '#features/localization/translation-model.ts'
import { Failure } from '#scripts/failure.js'

export const addStatus: AddCommand = (program, signal) => {
  program
    .command('status')
    .description('which translations are complete, behind the authoritative text, or missing')
    .argument('[document]', 'one document, such as 80_chain/…, section by section')
    .action((document: string | undefined) => status(document?.replace(/\/$/, '') ?? null, signal))
}

const HEAD = ['document', 'locale', 'state', 'current', 'behind', 'not said', 'missing', 'only here']

const rowOf = ({ path, locale, state, counts }: Translation): string[] => [
  path,
  locale,
  state,
  ...[counts.current, counts.behind, counts.unsaid, counts.missing, counts.unpaired].map(String),
]

const day = (instant: Date): string => dayInTbilisi(instant)

/** A section in words: what is to be done about it. */
function told(drift: Drift | null): string {
  if (drift === null) return 'missing'
  if (drift.kind === 'behind') {
    const { behind, base, current } = drift
    const revisions = `${behind} revision${behind === 1 ? '' : 's'} behind`
    return `${revisions}: made from the text of ${day(base.since)}, which changed on ${day(current.since)}`
  }
  if (drift.kind === 'unsaid') return 'not said from which text it was made'
  return drift.kind === 'current'
    ? 'made from the text as it stands'
    : 'the authoritative text has no such section'
}

/** @throws {Failure} where there is no such document, or one cannot be read */
async function status(path: string | null, signal: AbortSignal): Promise<void> {
  const { contentFolder } = readEnvironment(PROJECT)
  const all = await unlessAborted(signal, readTranslations(contentFolder, new Date()))
  if (all.unreadable.length > 0)
    throw new Failure(
      `These documents have errors: ${all.unreadable.join(', ')}`,
      'Run `mza check`, which names them, and mend them.',
    )
  const translations = all.translations.filter(each => path === null || each.path === path)
  if (path !== null && !all.paths.includes(path))
    throw new Failure(
      `expected the path of a document, found ${JSON.stringify(path)}`,
      `Give one of: ${all.paths.join(', ')}`,
    )
  console.log(columns([HEAD, ...translations.map(rowOf)]).join('\n'))
  if (path !== null) for (const translation of translations) printSections(translation)
  const counts = TRANSLATION_STATES.toReversed().map(
    state => `${translations.filter(each => each.state === state).length} ${state}`,
  )
  console.log(`\n${counts.join(', ')}`)
}

function printSections({ locale, sections }: Translation): void {
  console.log(`\n${locale}`)
  const rows = sections.map(({ key, heading, drift }) => [key, told(drift), plain(heading)])
  console.log(
    columns(rows)
      .map(line => `  ${line}`)
      .join('\n'),
  )
}
