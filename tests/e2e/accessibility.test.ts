import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { expect, inject } from 'vitest'
import {
  EVERY_PAGE,
  EVERY_PAST_PAGE,
  EVERY_PROBLEM,
  OTHER_LANGUAGES,
  openedBy,
  REPORTED_PAGES,
} from './places.ts'
import { test, unfold } from './reader.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const TWO_MINUTES = 120_000

/** What axe finds on the page as it is now. A rule that it could not decide counts, but for contrast within drawings. */
async function judge(page: Page): Promise<string[]> {
  const { violations, incomplete, passes, inapplicable } = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: TAGS },
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations', 'incomplete'],
    })
    .setLegacyMode()
    .analyze()
  const found = [...violations, ...incomplete.filter(({ id }) => id !== 'color-contrast')]
  const judged = [...found, ...passes, ...inapplicable].map(({ id }) => id)
  return [
    ...found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`),
    ...['target-size', 'color-contrast'].filter(id => !judged.includes(id)).map(id => `${id} was not judged`),
  ]
}

const CASES = [...EVERY_PAGE, ...EVERY_PAST_PAGE, ...EVERY_PROBLEM].map(place => ({
  ...place,
  portal: 'origin' as const,
}))

test.concurrent.for([...CASES, ...REPORTED_PAGES, ...OTHER_LANGUAGES])(
  '$name in $locale is without a violation, light and dark, on a phone and on a desk',
  { timeout: TWO_MINUTES },
  async ({ address, portal, role }, { open }) => {
    // axe is a script: its page is without the policy, which other tests hold.
    const page = await open(address, {
      ...(await openedBy(inject(portal), { role })),
      bypassCSP: true,
      javaScriptEnabled: true,
    })
    await unfold(page)
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [320, 1280]) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 900 })
        for (const finding of await judge(page)) found.push(`${colorScheme}, ${width} px: ${finding}`)
      }
    expect(found).toEqual([])
  },
)
