import { type DigestWords, digestWords } from '#cli/friday/digest-words.ts'
import type { Digest } from '#features/checklist/digest-model.ts'
import { recordedOn } from '#features/checklist/fold-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import type { Step } from '#features/checklist/step-model.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'

/** What a checklist's texts call things, in the nearest language there is. */
export interface DigestNames {
  readonly checklist: AuthoredText
  readonly titles: ReadonlyMap<number, AuthoredText>
  /** Words of the blocker notes in the document, for where the ledger has none. */
  readonly notes: ReadonlyMap<number, AuthoredText>
}

/** A digest in Markdown, for mail or chat, in a language of the interface. */
export async function digestMarkdown(digest: Digest, names: DigestNames, locale: Locale): Promise<string> {
  const words = await digestWords(locale)
  const { t, day, authored } = words
  const { ready, reasons: _, ...counts } = digest.readiness
  const parts = [
    `# ${t('digest.title', { checklist: authored(names.checklist), friday: day(digest.friday) })}`,
    t('digest.asOf', { day: day(digest.asOf) }),
    `**${t('digest.readiness', { ready: ready ? 'yes' : 'no', ...counts })}**`,
    `## ${t('digest.changed', { since: day(digest.lastFriday) })}`,
    listOr(changedLines(digest, names, words), t('digest.unchanged')),
    `## ${t('digest.blocked')}`,
    listOr(blockedLines(digest, names, words), t('digest.noneBlocked')),
    `## ${t('digest.reports')}`,
    listOr(reportLines(digest, words), t('digest.allReported')),
    `## ${t('digest.next')}`,
    listOr(nextLines(digest, names, words), t('digest.nothingLeft')),
    t('digest.authority'),
  ]
  return `${parts.join('\n\n')}\n`
}

const listOr = (lines: readonly string[], otherwise: string): string =>
  lines.length > 0 ? lines.join('\n') : otherwise

function named(number: number, { titles }: DigestNames, { t, authored }: DigestWords): string {
  const title = titles.get(number)
  return `**${t('digest.workstream', { number: String(number), title: title ? authored(title) : '' })}**`
}

const changedLines = ({ changed }: Digest, names: DigestNames, words: DigestWords): string[] =>
  changed.flatMap(({ number, steps }) => [
    `- ${named(number, names, words)}`,
    ...steps.flatMap(step => {
      const { line } = step
      const told = { day: words.day(recordedOn(line)), by: line.by, changes: movesOf(step, words) }
      return [`  - ${words.t('digest.step', told)}`, ...textsOf(line, words).map(text => `    - ${text}`)]
    }),
  ])

function movesOf({ line, previous }: Step, { t, day, status }: DigestWords): string {
  if (!previous) return t('digest.noted')
  const statuses = { from: status(previous.status), to: status(line.status) }
  const days = { from: day(previous.targetDate), to: day(line.targetDate) }
  const moves = [
    ...(previous.status === line.status ? [] : [t('digest.statusMoved', statuses)]),
    ...(previous.targetDate < line.targetDate ? [t('digest.slipped', days)] : []),
    ...(previous.targetDate > line.targetDate ? [t('digest.broughtForward', days)] : []),
  ]
  return moves.length > 0 ? moves.join('; ') : t('digest.noted')
}

function textsOf(line: RecordedLine, { t, localized }: DigestWords): string[] {
  const [note, reason, resolution] = [line.note, line.reason, line.resolution].map(localized)
  return [
    ...(note ? [t(line.status === 'BLOCKED' ? 'digest.blocker' : 'digest.note', { text: note })] : []),
    ...(reason ? [t('digest.reason', { text: reason })] : []),
    ...(resolution ? [t('digest.resolution', { text: resolution })] : []),
  ]
}

const blockedLines = ({ blocked }: Digest, names: DigestNames, words: DigestWords): string[] =>
  blocked.flatMap(({ number, ownerRole, raisedOn, note }) => {
    const { t, day, authored, localized } = words
    const own = names.notes.get(number)
    const text = localized(note) ?? (own ? authored(own) : null)
    return [
      `- ${named(number, names, words)}. ${t('digest.blockedSince', { day: day(raisedOn), owner: ownerRole })}`,
      ...(text ? [`  - ${t('digest.blocker', { text })}`] : []),
    ]
  })

const reportLines = (digest: Digest, { t, day, owners }: DigestWords): string[] =>
  (
    [
      ['due', digest.friday],
      ['late', digest.lastFriday],
      ['missed', digest.lastFriday],
    ] as const
  ).flatMap(([state, friday]) =>
    digest[state].length > 0
      ? [`- ${t(`digest.${state}`, { friday: day(friday), owners: owners(digest[state]) })}`]
      : [],
  )

const nextLines = ({ next }: Digest, names: DigestNames, words: DigestWords): string[] =>
  next.map(state => {
    const { t, day } = words
    const { number, ownerRole, targetDate, originalTargetDate, overdueDays, slips } = state
    const workstream = named(number, names, words)
    const status = words.status(state.status)
    return [
      `- ${t('digest.target', { day: day(targetDate), workstream, owner: ownerRole, status })}`,
      ...(overdueDays > 0 ? [t('digest.overdue', { days: overdueDays })] : []),
      ...(slips.length > 0 ? [t('digest.moved', { day: day(originalTargetDate), count: slips.length })] : []),
    ].join(' ')
  })
