import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { terminal } from '#cli/friday/terminal.ts'
import { Interrupted } from '#scripts/failure.js'

const DOWN = '\x1b[B'
const ENTER = '\r'
const CTRL_C = '\x03'

function open() {
  const input = new PassThrough()
  const output = new PassThrough()
  let shown = ''
  output.on('data', chunk => {
    shown += chunk
  })
  return {
    ask: terminal(new AbortController().signal, { input, output }),
    press: (...keys: string[]) => {
      for (const key of keys) input.write(key)
    },
    shown: () => shown,
  }
}

const CHOICES = [
  { value: 'a', label: 'first' },
  { value: 'b', label: 'second' },
] as const

describe('a person at the terminal', () => {
  it('chooses with arrows, from the default on', async () => {
    const { ask, press, shown } = open()
    const chosen = ask.choose('Which?', CHOICES)
    press(DOWN, ENTER)
    expect(await chosen).toBe('b')
    expect(shown()).toContain('Which?')
    const usual = ask.choose('Which?', CHOICES, 'b')
    press(ENTER)
    expect(await usual).toBe('b')
  })

  it('writes, is told what is wrong with it, and writes on', async () => {
    const { ask, press, shown } = open()
    const written = ask.write('When?', 'so', typed => (typed === 'soon' ? null : 'Expected soon.'))
    press('o', ENTER)
    await expect.poll(shown).toContain('Expected soon.')
    press('n', ENTER)
    expect(await written).toBe('soon')
    const nothing = ask.write('Why?', '', () => null)
    press(ENTER)
    expect(await nothing).toBe('')
  })

  it('has to say yes: Enter alone is no', async () => {
    const { ask, press } = open()
    const agreed = ask.agree('Write?')
    press(ENTER)
    expect(await agreed).toBe(false)
    const yes = ask.agree('Write?')
    press('y')
    expect(await yes).toBe(true)
  })

  it('leaves with Ctrl-C from any question, and with nothing written', async () => {
    for (const question of [
      (ask: ReturnType<typeof terminal>) => ask.choose('Which?', CHOICES),
      (ask: ReturnType<typeof terminal>) => ask.write('Why?', '', () => null),
      (ask: ReturnType<typeof terminal>) => ask.agree('Write?'),
    ]) {
      const { ask, press } = open()
      const asked = question(ask)
      press(CTRL_C)
      await expect(asked).rejects.toThrow(Interrupted)
    }
  })
})
