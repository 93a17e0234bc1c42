import { describe, expect, test } from 'vitest'
import { cleanPage } from '#server/html.ts'

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="ka"><head>${head}</head><body>${body}</body></html>`

describe('a cleaned page', () => {
  test('has no script, in whatever way it was written', () => {
    const { html } = cleanPage(
      page(
        '<script src="/a.js" async=""></script><script nomodule>1</script>',
        '<p>x</p><SCRIPT>alert(1)</SCRIPT><svg><script>2</script></svg><script>"</scr" + "ipt>"</script>',
      ),
    )
    expect(html).not.toMatch(/<script/i)
    expect(html).toContain('<p>x</p>')
  })

  test('has no preload of a script, and keeps its stylesheet', () => {
    const { html } = cleanPage(
      page(
        '<link rel="preload" as="script" href="/a.js"><link rel="modulepreload" href="/b.js"><link rel="stylesheet" href="/c.css">',
        '',
      ),
    )
    expect(html).not.toContain('.js')
    expect(html).toContain('<link rel="stylesheet" href="/c.css">')
  })

  test('has no comment and no empty anchor of streamed parts', () => {
    const { html } = cleanPage(page('', '<div hidden=""><!--$--><!--/$--></div><p>a<!-- -->b</p>'))
    expect(html).toContain('<body><p>ab</p></body>')
  })

  test('keeps a hidden part that has content', () => {
    expect(cleanPage(page('', '<div hidden=""><p>x</p></div>')).html).toContain('<div hidden="">')
  })

  test('gives up the status it asks for, and the reader never sees how it asked', () => {
    const cleaned = cleanPage(page('<meta name="mza-status" content="404"><title>t</title>', ''))
    expect(cleaned.status).toBe(404)
    expect(cleaned.html).not.toContain('mza-status')
  })

  test('asks for no status where the page is there', () => {
    expect(cleanPage(page('<meta name="viewport" content="width=device-width">', '')).status).toBeNull()
  })
})
