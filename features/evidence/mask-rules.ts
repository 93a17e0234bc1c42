const WORD = '(?:masked|redacted|hidden|secret|removed)?'

/** Marks alone, or with the last four characters behind them; a word that says so, bare or in brackets or stars. */
const MASK = new RegExp(
  `^(?:[*•x.]*|[*•]{3,}[^*•]{0,4}|<\\s*${WORD}\\s*>|\\[\\s*${WORD}\\s*\\]|\\*+\\s*${WORD}\\s*\\*+|masked|redacted|hidden)$`,
  'i',
)
/** The name of an environment variable that has the secret. */
const VARIABLE = /^\$(?:[A-Z_][A-Z0-9_]*|\{[A-Z_][A-Z0-9_]*\})$/

/** Whether a text is what is left of a secret that was masked. */
export const isMasked = (text: string): boolean => MASK.test(text) || VARIABLE.test(text)

/** What a sentence or a syntax may put behind a mask. */
const AFTER = /[)\].,:!?}\\>]$/
const MOST_AFTER = 4

/** The same of a value within a text, of which nobody knows where it ends. */
export function isMaskedWithin(value: string): boolean {
  let rest = value
  for (let cut = 0; cut <= MOST_AFTER; cut += 1) {
    if (isMasked(rest)) return true
    if (!AFTER.test(rest)) return false
    rest = rest.slice(0, -1)
  }
  return false
}
