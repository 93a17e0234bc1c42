import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { unfold } from '../reader.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on a page with everything unfolded, light and dark, on a phone and on a desk; and where it scrolls sideways. */
export async function judgePage(page: Page): Promise<string[]> {
  await unfold(page)
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [320, 1280]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      const { violations } = await new AxeBuilder({ page })
        .options({ runOnly: { type: 'tag', values: TAGS }, rules: { 'target-size': { enabled: true } } })
        .setLegacyMode()
        .analyze()
      const where = `${colorScheme}, ${width} px`
      for (const { id, nodes } of violations)
        found.push(`${where}: ${id}: ${nodes.map(({ target }) => target).join(', ')}`)
      const wider = await page.evaluate<number>(
        'document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth',
      )
      if (wider > 0) found.push(`${where}: scrolls sideways by ${wider} px`)
    }
  return found
}
