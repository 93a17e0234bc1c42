import { maskText } from '#orchestrator/bundle/mask-rules.ts'

const MAX_COMMAND = 2000
const PLAIN = /^[\w@%+=:,./-]+$/

const quoted = (text: string): string => (PLAIN.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

/**
 * The command as it could be typed again, secrets masked.
 * @param variables that shape the run
 * @param script of package.json
 */
export function commandLine(
  variables: Readonly<Record<string, string>>,
  script: string,
  args: readonly string[],
): string {
  const set = Object.entries(variables).map(([name, value]) => maskText(`${name}=${quoted(value)}`))
  const after = args.length > 0 ? ['--', ...args.map(arg => maskText(quoted(arg)))] : []
  return maskText([...set, 'npm run', script, ...after].join(' ')).slice(0, MAX_COMMAND)
}
