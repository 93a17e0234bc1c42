import { isRole, ROLES, type Role } from '#features/access/role-model.ts'
import { type Day, parseDay } from '#features/checklist/calendar-model.ts'
import { fridayOf } from '#features/checklist/calendar-rules.ts'
import { EXPECTED_WORDS, type LocalizedText, ledgerLineSchema } from '#features/checklist/ledger-model.ts'
import { LINE_TEXTS, type LineTexts } from '#features/checklist/missing-lines-rules.ts'
import { isStatus, STATUSES, type Status } from '#features/checklist/status-model.ts'
import { Failure } from '#scripts/failure.js'

/** Values as they were typed, by the names that commander gives the options. */
export type Typed = Readonly<Record<string, string | boolean | undefined>>

/** What the commands that record have in common, checked. */
export interface RecordingOptions {
  readonly workstream: number
  readonly status: Status | undefined
  readonly targetDate: Day | undefined
  readonly note: LocalizedText | undefined
  readonly reason: LocalizedText | undefined
  readonly resolution: LocalizedText | undefined
  readonly as: Role | undefined
  readonly for: Day | undefined
  readonly expect: string | undefined
  readonly document: string | undefined
  readonly isDryRun: boolean
}

/** A value as a terminal may show it. */
const shown = (value: string) => JSON.stringify(value.slice(0, 80)).replaceAll(/\p{C}/gu, '\uFFFD')

/** A calendar day and Friday, or what is wrong with it. */
function parseFriday(text: string): Day | string {
  const day = parseDay(text)
  if (day === null) return `expected a Friday as YYYY-MM-DD, found ${shown(text)}`
  const friday = fridayOf(day)
  return day === friday ? day : `expected a Friday, found ${day}; the Friday of its week is ${friday}`
}

/** Words that a ledger may hold, or null. */
export const parseWords = (text: string): string | null =>
  ledgerLineSchema.shape.note.safeParse({ ka: text }).data?.ka ?? null

/** Reads typed values, and keeps what is wrong with them until all have been looked at. */
export class Options {
  readonly #typed: Typed
  readonly #problems: string[] = []

  constructor(typed: Typed) {
    this.#typed = typed
  }

  wrong(option: string, problem: string): undefined {
    this.#problems.push(`  ${option}: ${problem}`)
  }

  #value<T>(
    name: string,
    option: string,
    parse: (text: string) => T | null,
    expected: string,
  ): T | undefined {
    const typed = this.#typed[name]
    if (typeof typed !== 'string') return undefined
    return parse(typed) ?? this.wrong(option, `expected ${expected}, found ${shown(typed)}`)
  }

  #texts(name: 'note' | 'reason' | 'resolution'): LocalizedText | undefined {
    const ka = this.#value(`${name}Ka`, `--${name}-ka`, parseWords, EXPECTED_WORDS)
    const en = this.#value(`${name}En`, `--${name}-en`, parseWords, EXPECTED_WORDS)
    if (ka === undefined && en === undefined) return undefined
    return { ...(ka === undefined ? {} : { ka }), ...(en === undefined ? {} : { en }) }
  }

  #friday(): Day | undefined {
    const typed = this.#typed['for']
    if (typeof typed !== 'string') return undefined
    const parsed = parseFriday(typed)
    return parseDay(parsed) ?? this.wrong('--for', parsed)
  }

  /** The texts of a line, as far as they were given. */
  lineTexts(): LineTexts {
    const given = LINE_TEXTS.map(name => [name, this.#texts(name)] as const)
    return Object.fromEntries(given.filter(([, texts]) => texts !== undefined))
  }

  workstream(): number | undefined {
    const parse = (text: string) => (/^[1-9]\d{0,2}$/.test(text) ? Number(text) : null)
    return this.#value('workstream', '--workstream', parse, 'the number of a workstream, 1 to 999')
  }

  role(): Role | undefined {
    const parse = (text: string) => (isRole(text) ? text : null)
    return this.#value('as', '--as', parse, `one of ${ROLES.join(', ')}`)
  }

  /** @throws {Failure} that lists every value that is wrong */
  refuseProblems(): void {
    if (this.#problems.length > 0)
      throw new Failure(
        `What was asked for cannot be read:\n${this.#problems.join('\n')}`,
        'Correct it and run the command again.',
      )
  }

  /**
   * @param n the number of the workstream as it was typed
   * @throws {Failure} that lists every value that is wrong
   */
  recording(n: string): RecordingOptions {
    if (!/^[1-9]\d{0,2}$/.test(n))
      this.wrong('<n>', `expected the number of a workstream, 1 to 999, found ${shown(n)}`)
    const hash = (text: string) => (/^[0-9a-f]{12}$/.test(text) ? text : null)
    const options = {
      workstream: Number(n),
      status: this.#value(
        'status',
        '--status',
        text => (isStatus(text) ? text : null),
        `one of ${STATUSES.join(', ')}`,
      ),
      targetDate: this.#value('target', '--target', parseDay, 'a day of the calendar as YYYY-MM-DD'),
      note: this.#texts('note'),
      reason: this.#texts('reason'),
      resolution: this.#texts('resolution'),
      as: this.role(),
      for: this.#friday(),
      expect: this.#value('expect', '--expect', hash, 'the 12 hexadecimal digits that the portal shows'),
      document: this.#value('document', '--document', text => text || null, 'the path of a checklist'),
      isDryRun: this.#typed['dryRun'] === true,
    }
    this.refuseProblems()
    return options
  }
}
