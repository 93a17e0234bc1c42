import { describe, expect, test } from 'vitest'
import * as html from '#server/html.ts'

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="ka"><head>${head}</head><body>${body}</body></html>`

const SHEETS = new Map([['/_next/static/c.css', 'p>a{color:red}']])
const cleanPage = (text: string) => html.cleanPage(text, { textAt: address => SHEETS.get(address) })

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

  test('has no preload of a script, and keeps a style sheet of others', () => {
    const { html } = cleanPage(
      page(
        '<link rel="preload" as="script" href="/a.js"><link rel="modulepreload" href="/b.js"><link rel="stylesheet" href="/c.css">',
        '',
      ),
    )
    expect(html).not.toContain('.js')
    expect(html).toContain('<link rel="stylesheet" href="/c.css">')
  })

  test('has in it, word for word, the style sheets of the build', () => {
    const { html } = cleanPage(
      page('<link rel="stylesheet" href="/_next/static/c.css" data-precedence="next"><title>t</title>', ''),
    )
    expect(html).toContain('<head><style>p>a{color:red}</style><title>t</title></head>')
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
