import { describe, expect, test } from 'vitest'
import { cookieIn, dropCookie, SESSION_COOKIE, setCookie } from '#server/cookies.ts'

describe('a cookie', () => {
  test.for([
    ['alone', '__Host-mza-session=a.b', 'a.b'],
    ['among others', 'x=1; __Host-mza-session=a.b; y=2', 'a.b'],
    ['without spaces', 'x=1;__Host-mza-session=a.b;y=2', 'a.b'],
    ['with a sign of its own in it', '__Host-mza-session=a=b', 'a=b'],
    ['that is empty', '__Host-mza-session=', ''],
  ] as const)('is found %s', ([, header, value]) => {
    expect(cookieIn(header, SESSION_COOKIE)).toBe(value)
  })

  test.for([
    undefined,
    '',
    'x=1',
    '__host-mza-session=a',
    'x__Host-mza-session=a',
    '__Host-mza-session',
    '__Host-mza-session=a; __Host-mza-session=b',
  ])('is not found in %j', header => {
    expect(cookieIn(header, SESSION_COOKIE)).toBeNull()
  })

  test('is for this host alone, over an encrypted connection, out of reach of scripts and other sites', () => {
    const attributes = setCookie(SESSION_COOKIE, 'a', 60).split('; ')
    expect(attributes[0]).toBe('__Host-mza-session=a')
    expect(attributes.slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=60', 'Path=/', 'SameSite=Lax', 'Secure'])
  })

  test('is dropped by one that has no time left', () => {
    expect(dropCookie(SESSION_COOKIE)).toContain('__Host-mza-session=; Path=/; Max-Age=0;')
  })
})
