import { describe, expect, test } from 'vitest'
import { withAge } from '#server/age.ts'
import { encodeAnswer, fileAnswer } from '#server/answer.ts'
import type { Rendering } from '#server/renderer.ts'

const rendering = (over: Partial<Rendering> = {}): Rendering => ({
  status: 200,
  type: 'text/csv; charset=utf-8',
  location: null,
  cacheControl: null,
  disposition: 'attachment; filename="x.csv"',
  body: Buffer.from('a,b\r\n'),
  ...over,
})

describe('the answer of a file', () => {
  test('keeps its type and the name it is saved under, and is asked about again each time', () => {
    expect(fileAnswer('/twins/csv/ka', rendering())).toMatchObject({
      status: 200,
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="x.csv"',
        'Cache-Control': 'no-cache',
      },
    })
  })

  test('that there is none of is the words that say why, and no file', () => {
    const why = {
      status: 404,
      type: 'text/plain; charset=utf-8',
      body: Buffer.from('Expected x, found y.\n'),
    }
    const answer = fileAnswer('/twins/csv/ka', rendering(why))
    expect(answer).toMatchObject({ status: 404, body: 'Expected x, found y.\n' })
    expect(answer.headers).not.toHaveProperty('Content-Disposition')
    expect(fileAnswer('/x', rendering({ status: 404, type: 'text/html' })).body).toBe('Not found.\n')
  })

  test('that could not be made is none', () => {
    expect(() => fileAnswer('/x', rendering({ status: 500 }))).toThrow('500')
  })

  test('may be embedded by other sites where it is a badge, and nowhere else', () => {
    const policy = 'Cross-Origin-Resource-Policy'
    expect(fileAnswer('/badge/1.svg', rendering()).headers[policy]).toBe('cross-origin')
    expect(fileAnswer('/favicon.svg', rendering()).headers).not.toHaveProperty(policy)
  })

  test('that is older than the content says its age, and not a byte of it changes', async () => {
    const answer = await encodeAnswer(fileAnswer('/twins/csv/ka', rendering()))
    const aged = await withAge(answer, null, 0, 90_500)
    expect(aged.headers['Age']).toBe('91')
    expect(aged.variants).toBe(answer.variants)
  })
})
