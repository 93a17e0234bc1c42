import { filePath, runPath } from '#features/evidence/evidence-address-rules.ts'
import { indentJson } from '#features/evidence/json-indent-rules.ts'
import type { PlacedRecord } from '#features/evidence/placed-record-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { withheldOfRecords } from '#features/evidence/withheld-evidence-rules.ts'
import { withheldWords } from '#features/evidence/withheld-words-rules.ts'
import { factWith } from '#features/localization/join-rules.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { blocks, code, link, listOf, plain } from '#features/twin/markdown-rules.ts'
import { notices } from '#features/twin/notices-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'

/** JSON in a fence that is longer than any row of backticks in it (CommonMark, 4.5). */
function fenced(json: string): string {
  const longest = Math.max(2, ...(json.match(/`+/g) ?? []).map(row => row.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}json\n${json}\n${fence}`
}

/** One record of a run as Markdown: its place and the whole line. */
export function recordMarkdown(view: RunView, found: PlacedRecord, context: TwinContext): string {
  const { wish, wording } = context
  const { t } = wording
  const { run, environment } = view
  const { sight, record, line, file, lineNumber } = found
  const place = plain(t('evidence.record.line', { file, line: lineNumber }))
  const day = wish.asOf.isToday ? '' : `?asOf=${wish.asOf.day}`
  return blocks(
    `# ${t('evidence.record.title', { number: String(record.number) })}`,
    notices(context),
    listOf([
      factWith(
        t('evidence.record.of'),
        link(code(run.runId), pageAddress(wish, runPath(environment, run.runId))),
        wording,
      ),
      factWith(
        t('evidence.record.place'),
        sight === 'whole' ? link(place, wish.origin + filePath(environment, run.runId, file) + day) : place,
        wording,
      ),
    ]),
    `## ${t('evidence.record.json')}`,
    ...withheldOfRecords(1, sight).map(part => plain(withheldWords(part, wording))),
    fenced(indentJson(line)),
  )
}
