import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { PROJECT } from '#cli/project.ts'
import { ask } from '../http.ts'
import { CHECKLIST } from '../places.ts'
import { account, type SignInPortal, signIn, startSignInPortal, visiting } from '../signing-in.ts'

const content = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-no-checklist-'))
let portal: SignInPortal

beforeAll(async () => {
  fs.cpSync(path.join(PROJECT, 'content'), content, { recursive: true })
  const folder = path.join(content, CHECKLIST.replace('/docs/', ''))
  for (const name of fs.readdirSync(folder).filter(file => file.endsWith('.md'))) {
    const file = path.join(folder, name)
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('---\n', '---\nClass: RESTRICTED\n'))
  }
  portal = await startSignInPortal({ content })
})
afterAll(async () => {
  await portal?.close()
  fs.rmSync(content, { recursive: true, force: true })
})

const test = visiting(() => portal.origin)
const TOLD = /1 document is withheld \(class RESTRICTED\); visible to: Reviewer and Admin\./

test.for(['/en', '/en/friday'])(
  'a reader who sees no checklist is told on %s where there is one, and who may see it',
  async (address, { visitor }) => {
    await visitor.goto(address)
    const main = visitor.getByRole('main')
    expect(await visitor.locator('h1').textContent()).toContain('There is no checklist')
    expect(await main.getByRole('listitem').filter({ hasText: '80_chain' }).textContent()).toMatch(TOLD)
    await signIn(visitor, 'REVIEWER', address)
    expect(await account(visitor).getByRole('link').count()).toBe(2)
    expect(await visitor.getByRole('main').textContent()).not.toMatch(TOLD)
    expect(await visitor.locator('h1').textContent()).not.toContain('There is no checklist')
  },
)

test('the Markdown of the front page says the same', async () => {
  const { body, status } = await ask('/en/index.md', { origin: portal.origin })
  expect(status).toBe(200)
  expect(body.replaceAll('\\', '')).toMatch(TOLD)
})
