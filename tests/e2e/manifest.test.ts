import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { KEPT_PROMISES, promisesOf } from '#tests/build-manifest.ts'
import { everyAddress } from './addresses.ts'
import { bytesOf } from './bytes.ts'
import { ask } from './http.ts'

const BUILD = path.resolve(import.meta.dirname, '../../.next')

test('the build has no Server Action, no picture service, no source map, no middleware and no maker’s name', () => {
  expect(promisesOf(BUILD)).toEqual(KEPT_PROMISES)
})

test.for([
  '/_next/image',
  '/_next/image?url=%2Ffavicon.svg&w=64&q=75',
  `/_next/image?url=${encodeURIComponent('http://127.0.0.1/')}&w=640&q=75`,
  '/ka/_next/image?url=%2Ffavicon.svg&w=64&q=75',
])('nothing is served under /_next/image: %s', async address => {
  expect((await ask(address)).status).toBe(404)
})

test('no source map is served of anything that the build made', async () => {
  const files = ['static', 'server'].flatMap(folder =>
    fs
      .readdirSync(path.join(BUILD, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(?:js|css)(?:\.map)?$/.test(name))
      .map(name => `/_next/${folder}/${name.split(path.sep).map(encodeURIComponent).join('/')}`),
  )
  const maps = files.map(file => file.replace(/(?:\.map)?$/, '.map'))
  expect(maps.length).toBeGreaterThan(10)
  for (const map of new Set(maps)) expect([map, (await ask(map)).status]).toEqual([map, 404])
})

test('a Server Action is not known by any name', async () => {
  for (const name of ['0'.repeat(42), 'a'.repeat(40), 'x']) {
    const headers = { 'Next-Action': name, 'Content-Type': 'text/plain;charset=UTF-8' }
    expect((await ask('/ka', { method: 'POST', headers })).status).toBe(405)
  }
})

test('no answer names the maker of the portal’s parts', async () => {
  for (const address of await everyAddress()) {
    const { headers } = await bytesOf(address)
    expect(headers.filter(line => /^(?:x-powered-by|server|x-next|x-vercel|via):?/i.test(line))).toEqual([])
  }
})
