import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { constantHeaders } from '#server/headers.ts'
import { readStyleSheets } from '#server/style-sheets.ts'

/** A build with these files below its folder for readers. */
function built(files: Record<string, string>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-build-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.join(folder, 'static', path.dirname(name)), { recursive: true })
    fs.writeFileSync(path.join(folder, 'static', name), text)
  }
  return folder
}

test('a sheet stands in a page with addresses that hold everywhere', () => {
  const sheets = readStyleSheets(
    built({ 'chunks/a.css': 'a{src:url(../media/f.woff2)}b{src:url(data:x)}c{src:url("../media/g.woff2")}' }),
  )
  expect(sheets.textAt('/_next/static/chunks/a.css')).toBe(
    'a{src:url(/_next/static/media/f.woff2)}b{src:url(data:x)}c{src:url("/_next/static/media/g.woff2")}',
  )
  expect(sheets.textAt('/_next/static/chunks/b.css')).toBeUndefined()
})

test('the policy names each sheet by the hash of what stands in the page, and allows no other style', () => {
  const sheets = readStyleSheets(
    built({ 'chunks/a.css': 'a{src:url(f.woff2)}', 'b.css': 'b{}', 'c.js': '1' }),
  )
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const expected = [hash('a{src:url(/_next/static/chunks/f.woff2)}'), hash('b{}')]
  expect(sheets.sources.toSorted()).toEqual(expected.toSorted())
  const policy = constantHeaders('http://127.0.0.1', sheets)[1] ?? ''
  expect(policy).toContain(`style-src ${sheets.sources.join(' ')};`)
  expect(constantHeaders('http://127.0.0.1', { sources: [] })[1]).toContain("style-src 'none';")
})
