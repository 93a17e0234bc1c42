const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g

/**
 * A JSON text with line breaks and two spaces a level, every other sign as it stands there: numbers beyond what a program
 * can hold, keys given twice and escapes stay.
 * @param text well-formed JSON
 */
export function indentJson(text: string): string {
  const tokens = text.match(TOKEN) ?? []
  let depth = 0
  const line = () => `\n${'  '.repeat(depth)}`
  const written = tokens.map((token, index) => {
    switch (token) {
      case '{':
      case '[':
        depth += 1
        return isClosing(tokens[index + 1]) ? token : token + line()
      case '}':
      case ']':
        depth -= 1
        return isOpening(tokens[index - 1]) ? token : line() + token
      case ',':
        return token + line()
      case ':':
        return ': '
      default:
        return token
    }
  })
  return written.join('')
}

const isOpening = (token: string | undefined): boolean => token === '{' || token === '['
const isClosing = (token: string | undefined): boolean => token === '}' || token === ']'
