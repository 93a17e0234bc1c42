import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findJava, findProgram } from '#scripts/java.js'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mza-java-'))
  for (const release of [11, 17, 25]) {
    const bin = path.join(folder, String(release), 'bin')
    mkdirSync(bin, { recursive: true })
    writeFileSync(
      path.join(bin, 'java'),
      `#!/bin/sh\necho '    java.specification.version = ${release}' >&2\n`,
    )
    chmodSync(path.join(bin, 'java'), 0o755)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))
const bin = (release: number) => path.join(folder, String(release), 'bin')
const java = (release: number) => path.join(bin(release), 'java')
const PATH = (...releases: number[]) => releases.map(bin).join(path.delimiter)

test('a Java that is too old is passed over for one that is not', async () => {
  expect(await findJava({ PATH: PATH(11, 17) })).toBe(java(17))
  expect(await findJava({ PATH: PATH(11) })).toBeNull()
})

test('the Java that JAVA_HOME names comes before those on the PATH, unless it is too old', async () => {
  const named = (release: number) => ({ JAVA_HOME: path.join(folder, String(release)), PATH: PATH(17) })
  expect(await findJava(named(25))).toBe(java(25))
  expect(await findJava(named(11))).toBe(java(17))
})

test('where there is no PATH there is no program', async () => {
  expect(await findJava({})).toBeNull()
  expect(findProgram('mvn', { PATH: folder })).toBeNull()
})
