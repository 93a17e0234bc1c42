import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sourcesKey } from '#cli/portal/sources-key.ts'

let project: string
const write = (file: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(project, file)), { recursive: true })
  fs.writeFileSync(path.join(project, file), text)
}

beforeEach(() => {
  project = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-key-'))
  write('app/page.tsx', 'a')
})
afterEach(() => fs.rmSync(project, { recursive: true }))

it.each(['app/page.tsx', 'messages/ka.json', 'package-lock.json', 'a-new-folder/b.ts'])(
  'a change of %s asks for a build',
  file => {
    const before = sourcesKey(project)
    write(file, 'changed')
    expect(sourcesKey(project)).not.toBe(before)
  },
)

it.each(['content/80_chain/a.md', 'tests/a.test.ts', 'README.md', '.next/x', 'prisma/client/client.ts'])(
  'a change of %s asks for none',
  file => {
    const before = sourcesKey(project)
    write(file, 'changed')
    expect(sourcesKey(project)).toBe(before)
  },
)
