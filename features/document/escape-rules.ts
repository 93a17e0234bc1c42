const MARK = /[\\`*~[]|_+|<(?=[\p{L}/!?])|&(?=[\p{L}#])/gu
const WORD = /^[\p{L}\p{N}]$/u
const LINE_START = /^(?:[-+=#>|:]|\d{1,9}(?=[.)](?:[ \t]|$)))/u
/** What GitHub makes a link of as it stands: there a backslash would count as a part of the address. */
const ADDRESS = /((?:https?(?=:\/\/)|www(?=\.))[^ \t]*)/gi

const LINKED = /(?<=https?):(?=\/\/)|(?<=www)\./gi

const last = (text: string) => [...text.slice(-2)].at(-1) ?? ''
const first = (text: string) => [...text.slice(0, 2)][0] ?? ''

/** Escapes every mark but underscores within a word, as in `IN_PROGRESS`, which mark nothing. */
const escapeMarks = (text: string): string =>
  text.replaceAll(MARK, (mark, index: number) => {
    const after = text.slice(index + mark.length)
    const isWithin = mark.startsWith('_') && WORD.test(last(text.slice(0, index))) && WORD.test(first(after))
    return isWithin ? mark : mark.replaceAll(/./g, '\\$&')
  })

function escapeAddress(address: string): string {
  const escaped = escapeMarks(address)
  return escaped === address ? address : escaped.replaceAll(LINKED, '\\$&')
}

const escapeLine = (line: string): string =>
  line
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 1 ? escapeAddress(part) : escapeMarks(part)))
    .join('')
    .replace(LINE_START, start => (/^\d/.test(start) ? `${start}\\` : `\\${start}`))

/**
 * The Markdown, line by line, that says exactly these words: what in them would be markup is escaped, empty lines
 * between paragraphs stay, spaces around a line go.
 * @param words in NFC
 */
export const escapeMarkdown = (words: string): string[] =>
  words.split('\n').map(line => escapeLine(line.replaceAll(/^[ \t]+|[ \t]+$/g, '')))
