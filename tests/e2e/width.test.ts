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

const WIDTHS = [320, 360, 768, 1024, 1279, 1280, 1920]

const CASES = [...EVERY_PAGE, ...EVERY_PAST_PAGE, ...EVERY_PROBLEM].map(place => ({
  ...place,
  portal: 'origin' as const,
}))

test.concurrent.for([...CASES, ...REPORTED_PAGES, ...OTHER_LANGUAGES])(
  '$name in $locale never scrolls sideways, from 320 to 1920 pixels',
  async ({ address, portal, role }, { open }) => {
    const page = await open(address, await openedBy(inject(portal), { role }))
    await unfold(page)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      const wider = await page.evaluate(() => {
        const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {}
        return scrollWidth - clientWidth
      })
      expect(wider, `at ${width} px`).toBeLessThanOrEqual(0)
    }
  },
)
