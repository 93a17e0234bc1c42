import type { Page } from 'playwright'
import { ask } from './http.ts'

/** Addresses within the portal that a page links to, without their fragments; those of signing in and out lead beyond it. */
export const linksOn = (page: Page): Promise<string[]> =>
  page
    .locator('a[href^="/"]:not([href^="/auth/"])')
    .evaluateAll(links => links.map(link => link.getAttribute('href')?.split('#')[0] ?? ''))

/** Which of these addresses do not answer with a page. */
export async function deadOf(addresses: readonly string[]): Promise<string[]> {
  const dead: string[] = []
  for (const address of new Set(addresses)) if ((await ask(address)).status !== 200) dead.push(address)
  return dead
}
