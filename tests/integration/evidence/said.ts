import { vi } from 'vitest'

/** What a command prints; its failure where it fails, whatever it printed before. */
export async function said(work: () => Promise<void>): Promise<string> {
  const words: string[] = []
  const say = (...all: unknown[]) => void words.push(all.join(' '))
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(say),
    vi.spyOn(console, 'error').mockImplementation(say),
  ]
  try {
    await work()
  } catch (error) {
    words.push(`${error}`, String(Reflect.get(Object(error), 'remedy')))
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  return words.join('\n')
}
