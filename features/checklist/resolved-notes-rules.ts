import { inOneLine, noteWords } from '#features/checklist/blocker-note-rules.ts'
import type { ChosenText } from '#features/checklist/conflict-choice-rules.ts'
import type { HashedLedgerLine, LocalizedText } from '#features/checklist/ledger-model.ts'
import { openBlocker } from '#features/checklist/open-blocker-rules.ts'
import type { WorkstreamState } from '#features/checklist/workstream-model.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { blockerNoteOf } from '#features/document/blocker-rules.ts'
import type { Section } from '#features/document/section-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

const UNSAID: Rule = {
  code: 'conflict-unsaid',
  severity: 'error',
  mend: 'Decide by hand which of the two notes is to stand; the ledger has no words for this blocker.',
}

/** Words of a note in a text's language: its own, else the Georgian, else what there is. */
export const wordsFor = (locale: TextLocale, texts: LocalizedText): string =>
  texts[locale] ?? texts.ka ?? texts.en ?? Object.values(texts)[0] ?? ''

function saidIn(sections: readonly Section[], number: number): string | null {
  const note = sections
    .filter(section => section.number === number)
    .map(blockerNoteOf)
    .find(found => found !== null)
  return note ? inOneLine(noteWords(note)) : null
}

/**
 * What the ledger makes of a text's blocker notes: its newest words where they stood in a conflict, lack, or are older
 * words of the ledger's; null where the workstream is blocked no more. Words that the ledger never had stay: an owner
 * has written them into the text by hand.
 * @param states the ledger folded up to its newest line
 */
export function resolvedNotes(
  { file, locale, sections }: { file: string; locale: TextLocale; sections: readonly Section[] },
  { contested }: Pick<ChosenText, 'contested'>,
  lines: readonly HashedLedgerLine[],
  states: ReadonlyMap<number, WorkstreamState>,
): { notes: ReadonlyMap<number, string | null>; diagnostics: readonly Diagnostic[] } {
  const notes = new Map<number, string | null>()
  const diagnostics: Diagnostic[] = []
  for (const state of states.values()) {
    const { number, blockages } = state
    const said = saidIn(sections, number)
    const conflict = contested.get(number)
    const open = openBlocker(state)
    if (!open) {
      if (said !== null && (conflict || blockages.length > 0)) notes.set(number, null)
    } else if (open.note) {
      const newest = wordsFor(locale, open.note)
      const isOlder = lines.some(
        line => line.workstream === number && line.note && inOneLine(wordsFor(locale, line.note)) === said,
      )
      if (inOneLine(newest) !== said && (conflict || said === null || isOlder)) notes.set(number, newest)
    } else if (conflict?.isDifferent) {
      const found = `expected one note for workstream ${number}, found two`
      diagnostics.push(report(UNSAID, { file, line: conflict.line, column: 1 }, found))
    }
  }
  return { notes, diagnostics }
}
