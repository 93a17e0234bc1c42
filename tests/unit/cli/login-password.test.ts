import { describe, expect, it } from 'vitest'
import { loginPasswords } from '#cli/database/login-password.ts'

describe('the password of a login', () => {
  it('is the same for all who know the administrator’s, and another for each login', () => {
    const [one, two] = [loginPasswords('secret'), loginPasswords('secret')]
    expect(one('mza_view_guest')).toBe(two('mza_view_guest'))
    expect(one('mza_view_guest')).not.toBe(one('mza_write'))
    expect(one('mza_view_guest')).not.toBe(loginPasswords('Secret')('mza_view_guest'))
  })

  it('makes every guess at the administrator’s cost time: it stands in the gate’s environment', () => {
    const guesses = ['a', 'b', 'c', 'd']
    const since = performance.now()
    for (const guess of guesses) loginPasswords(guess)('mza_view_guest')
    expect((performance.now() - since) / guesses.length).toBeGreaterThan(20)
  })
})
