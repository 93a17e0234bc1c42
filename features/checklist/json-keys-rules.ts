/** In valid JSON a string followed by a colon is a key, and braces outside strings are objects. */
const TOKEN = /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[{}]/g

interface SwallowedKeys {
  readonly repeated: readonly string[]
  readonly prototype: boolean
}

/**
 * The keys of a valid JSON text that its parsed value no longer tells: `JSON.parse` keeps the last of repeated
 * keys, and zod passes over `__proto__` inside records.
 */
export function swallowedKeys(json: string): SwallowedKeys {
  const open: Set<string>[] = []
  const repeated: string[] = []
  let prototype = false
  for (const [token, content, colon] of json.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    else if (colon) {
      const key: string = JSON.parse(`"${content}"`)
      const keys = open.at(-1)
      if (keys?.has(key)) repeated.push(key)
      if (key === '__proto__') prototype = true
      keys?.add(key)
    }
  }
  return { repeated, prototype }
}
