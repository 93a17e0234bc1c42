import { describe, expect, inject } from 'vitest'
import { ask } from './http.ts'
import { CHECKLIST, LOCALES } from './places.ts'
import { test, unfold } from './reader.ts'

const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

describe.for(LOCALES)('the history of a workstream, in %s', locale => {
  const isGeorgian = locale === 'ka'
  const at = (number: number) => `/${locale}${CHECKLIST}/${number}`

  test('tells every line, the newest first, old → new, with who and why', async ({ open }) => {
    const page = await open(at(5), { baseURL: inject('reported') })
    const lines = await page.locator('section[aria-labelledby=history] > ol > li').allInnerTexts()

    expect(lines.map(words)).toEqual([
      expect.stringMatching(/IN_PROGRESS → .*DONE/),
      expect.stringMatching(/The load test is repeated\./),
      expect.stringMatching(
        isGeorgian
          ? /11:30 · ORCHESTRATION_ENGINEER .*10 მარტი → 2026 წლის 20 მარტი.*ზღვრები ჯერ არ არის გაზომილი.*TODO → /
          : /11:30 · ORCHESTRATION_ENGINEER .*March 10, 2026 → March 20, 2026.*have not been measured.*TODO → /,
      ),
      expect.stringMatching(
        isGeorgian
          ? /საწყისი ჩანაწერი.*CHAIN_OFFICER|CHAIN_OFFICER.*საწყისი ჩანაწერი/
          : /CHAIN_OFFICER.*The record begins/,
      ),
    ])
  })

  test('says how a blocker was cleared', async ({ open }) => {
    const page = await open(at(10), { baseURL: inject('reported') })
    expect(words((await page.locator('section[aria-labelledby=history]').allInnerTexts()).join())).toContain(
      isGeorgian
        ? 'როგორ აღმოიფხვრა: Terraform CLI დაყენებულია.'
        : 'How it was cleared: The Terraform CLI is installed.',
    )
  })

  test('says of a report that was committed later when it was entered, and not of the baseline', async ({
    open,
  }) => {
    const page = await open(at(12), { baseURL: inject('reported') })
    const lines = await page.locator('section[aria-labelledby=history] > ol > li').allInnerTexts()
    expect(lines.map(words)).toEqual([
      expect.stringContaining(
        isGeorgian ? 'ჟურნალში შეტანილია მოგვიანებით: 2026 წლის 27 მარტი' : 'Entered later: March 27, 2026',
      ),
      expect.not.stringContaining(isGeorgian ? 'ჟურნალში შეტანილია' : 'Entered later'),
    ])
  })

  test('folds confirmations in a row, and keeps each within reach', async ({ open }) => {
    const page = await open(at(8), { baseURL: inject('reported') })
    const lines = page.locator('section[aria-labelledby=history] > ol > li')
    expect(await lines.count()).toBe(2)
    expect(await lines.first().locator('li').count()).toBe(2)
    await unfold(page)
    expect(words((await lines.first().allInnerTexts()).join())).toMatch(
      isGeorgian
        ? /20 მარტი, 10:00 · PLATFORM_ENGINEER.*13 მარტი, 17:45/
        : /March 20, 2026, 10:00 · PLATFORM_ENGINEER.*March 13, 2026, 17:45/,
    )
  })

  test('ends with the day that the portal is shown for', async ({ open }) => {
    const page = await open(`${at(5)}?asOf=2026-03-12`, { baseURL: inject('reported') })
    expect(await page.locator('section[aria-labelledby=history] > ol > li').count()).toBe(2)
  })

  test('is of one line where the baseline is implied, and the page says what that is', async ({ open }) => {
    const page = await open(at(5))
    expect(await page.locator('section[aria-labelledby=history] > ol > li').count()).toBe(1)
    expect(await page.locator('main').textContent()).toContain(
      isGeorgian ? 'ცვლილებების ჟურნალი ჯერ არ არსებობს' : 'There is no change log yet',
    )
  })

  test('has a part before each of its lines but the oldest, and no other', async () => {
    const origin = inject('reported')
    const status = async (before: string) => (await ask(`${at(5)}?before=${before}`, { origin })).status
    expect(await Promise.all(['2', '4', '5'].map(status))).toEqual([200, 200, 200])
    expect(await Promise.all(['1', '6'].map(status))).toEqual([404, 404])
  })

  test('is not asked for by what is no number of a line, and says so', async () => {
    for (const before of ['0', 'x', '', '-1', '1.5']) {
      const { status, body } = await ask(`${at(5)}?before=${before}`, { origin: inject('reported') })
      expect([before, status]).toEqual([before, 400])
      expect(body).toContain(isGeorgian ? 'ჩანაწერის ნომერი არასწორია' : 'That is not the number of a record')
    }
  })
})
