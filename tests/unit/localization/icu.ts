/** An argument of a message in ICU form: its name, its type where it has one, and the branches that it chooses among. */
export interface Argument {
  readonly name: string
  readonly type: string | null
  readonly branches: readonly string[]
}

/**
 * Every argument of a message, those within branches included.
 * @throws {Error} where its braces do not match
 */
export function argumentsOf(message: string): readonly Argument[] {
  const found: Argument[] = []
  const rest = readText(message, 0, found)
  if (rest < message.length) throw new Error(`“}” without “{” at ${rest}: ${message}`)
  return found
}

/** Reads words up to the brace that closes them, or to the end. */
function readText(message: string, from: number, found: Argument[]): number {
  let at = from
  while (at < message.length && message[at] !== '}') {
    if (message[at] === '{') at = readArgument(message, at + 1, found)
    else at += quoted(message, at)
  }
  return at
}

/** Length of what stands quoted here: `''` is an apostrophe, `'{…'` is taken as it is. */
function quoted(message: string, at: number): number {
  const [text = ' '] = /^(?:''|'[{}][^']*'?)/.exec(message.slice(at)) ?? []
  return text.length
}

function readArgument(message: string, from: number, found: Argument[]): number {
  const [head = '', name = '', type = null] =
    /^\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,(?:\s*offset:\d+)?)?)?/.exec(message.slice(from)) ?? []
  const branches: string[] = []
  let at = from + head.length
  while (message[at] !== '}') {
    const [space = '', branch = ''] = /^\s*([^\s{}]*)\s*/.exec(message.slice(at)) ?? []
    at += space.length
    if (at >= message.length) throw new Error(`No “}” for {${name}: ${message}`)
    if (branch !== '') branches.push(branch)
    if (message[at] === '{') at = readText(message, at + 1, found) + 1
  }
  found.push({ name, type: type ?? null, branches })
  return at + 1
}
