import { filePath, runPath } from '#features/evidence/evidence-address-rules.ts'
import { indentJson } from '#features/evidence/json-indent-rules.ts'
import type { PlacedRecord } from '#features/evidence/placed-record-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
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
  const { record, line, file, lineNumber } = found
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
        link(
          plain(t('evidence.record.line', { file, line: lineNumber })),
          wish.origin + filePath(environment, run.runId, file) + day,
        ),
        wording,
      ),
    ]),
    `## ${t('evidence.record.json')}`,
    fenced(indentJson(line)),
  )
}
