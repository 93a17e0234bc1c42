import { isMaskedWithin } from '#features/evidence/mask-rules.ts'

const PASSWORD = 'pass(?:word|wd|phrase)s?|pwds?'
const NAME = `${PASSWORD}|secret(?:[._-]?key)?s?|tokens?|(?:api|access|private)[._-]?keys?|credentials?|authorization`

/** Keys whose values are secrets by name; a producer masks these (docs/evidence-format.md). */
const SECRET_KEY = new RegExp(`^(?:(?:.*[._-])?(?:${NAME}|jaas[._-]config)|.*pass(?:word|wd|phrase)s?)$`, 'i')
/** Camel case is read as words: `clientSecret` is `client-Secret`. */
const HUMP = /(?<=[a-z0-9])(?=[A-Z])/g

/** Whether the values of a key are secrets. */
export const namesSecret = (key: string): boolean => SECRET_KEY.test(key.replaceAll(HUMP, '-'))

/**
 * Such a name within a text, and what follows it: a quote that ends the name, what parts it from its value, a scheme of
 * HTTP, and the value, quoted or not. Only the name is taken, so that a value is looked at as a name too; of a value no
 * more than is needed, so that a long text is looked at in a time that grows with it.
 */
const NAMED = new RegExp(
  `(?<name>${NAME})(?=(?<quote>\\\\?["'])?(?<sign>\\s*[:=]+>?\\s*|\\s+)(?<scheme>(?:Basic|Bearer)\\s+)?(?:\\\\?"(?<double>[^"]{1,200})|'(?<single>[^']{1,200})|(?<bare>[^\\s"'&,;]{1,200})))`,
  'gi',
)
const IS_PASSWORD = new RegExp(`^(?:${PASSWORD})$`, 'i')
const MOST_BEFORE = 60
/** An option of a command up to where the name begins. */
const OPTION = /(?:^|[\s"'])--?[\w.-]*$/
const NOTHING = /^(?:null|none|undefined|true|false)\W*$/i
const DATE = /^\d{4}-\d{2}-\d{2}/

/** Whether a word of a sentence is none of a language: most passwords have a digit. */
const isStrange = (value: string): boolean =>
  value.length >= 6 && /[a-z]/i.test(value) && /\d/.test(value) && !DATE.test(value)

/** What has to be of no harm, for all that its name says. */
function isHarmless(name: string, value: string): boolean {
  if (NOTHING.test(value) || isMaskedWithin(value)) return true
  // A number of tokens; the working directory of a shell.
  return /s$/i.test(name) ? /^\d+$/.test(value) : /^pwd$/i.test(name) && value.startsWith('/')
}

function isSecret({ groups = {}, index }: RegExpExecArray, text: string): boolean {
  const { name = '', quote, sign = '', scheme, double, single, bare } = groups
  const value = double ?? single ?? bare ?? ''
  if (isHarmless(name, value)) return false
  if (sign.includes('=')) return true
  if (scheme) return value.length >= 8 && /\d|[a-z][A-Z]/.test(value)
  if (sign.includes(':')) return quote !== undefined || isStrange(value)
  if (OPTION.test(text.slice(Math.max(0, index - MOST_BEFORE), index))) return !value.startsWith('-')
  return IS_PASSWORD.test(name) && isStrange(value)
}

/**
 * Whether a text gives a name of a secret its value: `--password hunter2`, `KES_SECRET=…`, `?token=…`, `"apiKey":"…"`.
 * Behind `=`, in an option and in JSON any value counts; in a sentence only one that is no word.
 */
export function namesValue(text: string): boolean {
  for (const match of text.matchAll(NAMED)) if (isSecret(match, text)) return true
  return false
}
