import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Stands in for a container engine, of which a machine with tests need have none. */
interface FakeEngine {
  readonly PATH: string
  /** What it was asked, a line a call. */
  asked(): string
}

/** Makes an engine that does these scripts for commands with these words in them, and fails at every other. */
export function fakeEngine(folder: string, scripts: Readonly<Record<string, string>>): FakeEngine {
  mkdirSync(folder)
  const [program, log] = [path.join(folder, 'docker'), path.join(folder, 'asked')]
  const cases = Object.entries(scripts).map(([words, script]) => `*"${words}"*) ${script};;\n`)
  writeFileSync(
    program,
    `#!/bin/sh\necho "$@ KAFKA_PORT=$KAFKA_PORT" >> '${log}'\ncase "$*" in\n${cases.join('')}*) exit 1;;\nesac\n`,
  )
  chmodSync(program, 0o755)
  return { PATH: folder, asked: () => readFileSync(log, 'utf8') }
}
