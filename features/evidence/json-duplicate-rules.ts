/** Strings and the marks between values; all else in valid JSON is numbers, names and blanks. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g

/**
 * The first key that an object has twice; null where there is none. `JSON.parse` keeps the last and tells nobody, while
 * the line, which is kept and shown byte for byte, still has the other.
 * @param text valid JSON
 * @param value what it was parsed to
 */
export function duplicateKey(text: string, value: unknown): string | null {
  // As most producers write, nothing is lost in between.
  if (JSON.stringify(value) === text) return null
  const objects: Set<string>[] = []
  let string = '""'
  for (const [token] of text.matchAll(TOKEN))
    if (token === '{' || token === '[') objects.push(new Set())
    else if (token === '}' || token === ']') objects.pop()
    else if (token !== ':') string = token
    else {
      const key: string = JSON.parse(string)
      const keys = objects.at(-1)
      if (keys?.has(key)) return key
      keys?.add(key)
    }
  return null
}
