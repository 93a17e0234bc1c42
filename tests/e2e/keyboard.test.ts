import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { CHECKLIST, LOCALES } from './places.ts'
import { test } from './reader.ts'

/** What has the focus, whether it is on the screen, and how it is marked. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const { top, bottom, left, right, width, height } = element.getBoundingClientRect()
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return {
      name: element.textContent.trim() || element.tagName,
      isInMain: element.closest('main') !== null,
      isLast: element === [...document.querySelectorAll('a[href], summary')].at(-1),
      isSeen: width > 1 && height > 1 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
      isMarked: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    }
  })

/** What the keyboard stops at. */
const STOPS = 'a[href], summary, pre[tabindex], section[tabindex], input:not([type=hidden]), button'

describe.concurrent.for(LOCALES)('a reader without a mouse, in %s', locale => {
  test.for(['', '/docs', CHECKLIST, `${CHECKLIST}/10`, '/no-such-page'])(
    'first finds the link that skips to the content, at %s',
    async (path, { open }) => {
      const page = await open(`/${locale}${path}`)
      await page.keyboard.press('Tab')
      const skip = await focused(page)
      expect(skip).toMatchObject({ isSeen: true, isMarked: true, isInMain: false })
      expect(skip.name).toBe(locale === 'ka' ? 'ძირითად შინაარსზე გადასვლა' : 'Skip to the content')

      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await focused(page)).toMatchObject({ isInMain: true, isSeen: true })
    },
  )

  test.for([
    { path: '', width: 1280 },
    { path: '', width: 320 },
    { path: CHECKLIST, width: 1280 },
    { path: `${CHECKLIST}/10`, width: 320 },
    { path: '/friday', width: 1280 },
    { path: '/friday', width: 320 },
  ])('sees where the focus is, all the way through $path at $width px', async ({ path, width }, { open }) => {
    const page = await open(`/${locale}${path}`, { width })
    const steps = await page.locator(`:is(${STOPS}):visible`).count()
    const names = new Set<string>()
    for (let step = 1; step <= steps; step++) {
      await page.keyboard.press('Tab')
      const stop = await focused(page)
      expect(stop).toMatchObject({ isSeen: true, isMarked: true })
      expect(stop.isLast).toBe(step === steps)
      names.add(stop.name)
    }
    expect(names.size).toBeGreaterThan(steps / 3)
  })
})
