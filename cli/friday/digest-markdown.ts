import { type DigestWords, digestWords } from '#cli/friday/digest-words.ts'
import type { Digest } from '#features/checklist/digest-model.ts'
import { recordedOn } from '#features/checklist/fold-rules.ts'
import type { Step } from '#features/checklist/step-model.ts'
import { textsOf } from '#features/feed/line-texts-rules.ts'
import { movesWords } from '#features/feed/moves-words-rules.ts'
import { enteredLater, stepWords } from '#features/feed/step-words-rules.ts'
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
  const parts = [
    `# ${t('digest.title', { checklist: authored(names.checklist), friday: day(digest.friday) })}`,
    t('digest.asOf', { day: day(digest.asOf) }),
    `**${t('digest.readiness', { heldBack: digest.isHeldBack ? 'yes' : 'no', ...digest.counts })}**`,
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
    ...steps.flatMap(step => stepLines(step, words)),
  ])

function stepLines(step: Step, words: DigestWords): string[] {
  const { t, day, status, authored } = words
  const { line, previous } = step
  const moved =
    previous && previous.status !== line.status
      ? [t('digest.statusMoved', { from: status(previous.status), to: status(line.status) })]
      : []
  const changes = [stepWords(step, words), ...moved].join(' ')
  return [
    `  - ${t('digest.step', { day: day(recordedOn(line)), by: line.by, changes })}`,
    ...textsOf(line, words).map(({ name, text }) => `    - ${name} ${authored(text)}`),
    ...enteredLater(step, words).map(told => `    - ${told}`),
  ]
}

const blockedLines = ({ blocked }: Digest, names: DigestNames, words: DigestWords): string[] =>
  blocked.flatMap(({ number, ownerRole, raisedOn, note }) => {
    const { t, day, authored, localized } = words
    const own = names.notes.get(number)
    const text = localized(note) ?? (own ? authored(own) : null)
    return [
      `- ${named(number, names, words)}. ${t('digest.blockedSince', { day: day(raisedOn), owner: ownerRole })}`,
      ...(text ? [`  - ${t('history.blocker')} ${text}`] : []),
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
    const { number, ownerRole, targetDate, overdueDays, moves } = state
    const workstream = named(number, names, words)
    const status = words.status(state.status)
    return [
      `- ${t('digest.target', { day: day(targetDate), workstream, owner: ownerRole, status })}`,
      ...(overdueDays > 0 ? [t('digest.overdue', { days: overdueDays })] : []),
      ...(moves ? [`(${movesWords(moves, words)})`] : []),
    ].join(' ')
  })
