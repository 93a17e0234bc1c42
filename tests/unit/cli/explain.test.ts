import { describe, expect, it } from 'vitest'
import { explain } from '#scripts/explain.js'
import { Failure } from '#scripts/failure.js'

const withCode = (code: string) => Object.assign(new Error(`${code}: it failed`), { code })

describe('a failure', () => {
  it.each([
    [withCode('ENOSPC'), 'the disk is full'],
    [new Error('initdb: error: could not write: No space left on device'), 'the disk is full'],
    [new Error('npm error code EAI_AGAIN'), 'the network could not be reached'],
    [withCode('EACCES'), 'may not be read or written'],
    [
      new Error(
        '`npm ci` can only install packages when your package.json and package-lock.json are in sync',
      ),
      'disagree',
    ],
  ])('is told in plain words: %s', (error, words) => {
    expect(explain(error)).toMatchObject({
      message: expect.stringContaining(words),
      remedy: expect.any(String),
    })
  })

  it('that is in plain words already stays as it is', () => {
    const failure = new Failure('what', 'do')
    expect(explain(failure)).toBe(failure)
  })

  it('that nobody knows keeps its own words', () => {
    expect(explain(new Error('odd')).message).toBe('odd')
  })
})
