import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findChromium, installChromium } from '#scripts/chromium.js'

const signal = new AbortController().signal
let folder: string
const seen = () => fs.readFileSync(path.join(folder, 'seen'), 'utf8').trim().split('\n')
const chromium = () => path.join(folder, 'chromium')

const program = (file: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  fs.writeFileSync(path.join(folder, file), text, { mode: 0o755 })
}
const aptGet = (onInstall: string) =>
  program(
    'apt-get',
    `#!/bin/sh\n[ $# = 1 ] && exit 0\necho "apt $DEBIAN_FRONTEND $*" >> '${folder}/seen'\ncase "$*" in ${onInstall} esac\n`,
  )
const playwright = (what: string) =>
  program(
    'node_modules/playwright/cli.js',
    `require('node:fs').appendFileSync('seen', 'playwright ' + process.argv.slice(2).join(' ') + '\\n'); ${what}`,
  )
const DOWNLOAD = "require('node:fs').writeFileSync('chromium', '')"
const as = (uid: number) =>
  vi.spyOn(process as Required<Pick<NodeJS.Process, 'getuid'>>, 'getuid').mockReturnValue(uid)

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-chromium-'))
  // Nothing but what a test puts there, and no browser that Playwright has downloaded for others.
  vi.stubEnv('PATH', folder)
  vi.stubEnv('CHROMIUM_PATH', '')
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', path.join(folder, 'browsers'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  fs.rmSync(folder, { recursive: true })
})

describe.skipIf(process.platform === 'win32')('a Chromium that is missing', () => {
  it('is installed from Debian’s packages for root, their list fetched first, without a question', async () => {
    as(0)
    aptGet(`*install*) : > '${folder}/chromium';;`)
    await installChromium(folder, signal)
    expect(seen()).toEqual([
      expect.stringMatching(/^apt noninteractive .*update$/),
      expect.stringMatching(/^apt noninteractive .*install -y .*chromium$/),
    ])
    expect(await findChromium()).toBe(chromium())
  })

  it('is installed for root though one source of packages does not answer', async () => {
    as(0)
    aptGet(`*update*) exit 100;; *install*) : > '${folder}/chromium';;`)
    await installChromium(folder, signal)
    expect(await findChromium()).toBe(chromium())
  })

  it('is downloaded for an ordinary user, who has no apt-get', async () => {
    as(1000)
    aptGet('*) exit 1;;')
    playwright(DOWNLOAD)
    await installChromium(folder, signal)
    expect(seen()).toEqual(['playwright install chromium'])
  })

  it('is downloaded where Debian’s packages hold none', async () => {
    as(0)
    aptGet('*) exit 0;;')
    playwright(DOWNLOAD)
    await installChromium(folder, signal)
    expect(seen().at(-1)).toBe('playwright install chromium')
  })

  it('that nothing yields is told with all that was tried, and what to do', async () => {
    as(0)
    aptGet('*install*) echo "E: Unable to locate package chromium"; exit 100;;')
    playwright("console.error('getaddrinfo EAI_AGAIN'); process.exit(1)")
    await expect(installChromium(folder, signal)).rejects.toMatchObject({
      message: expect.stringMatching(/Unable to locate package chromium(.|\n)*EAI_AGAIN/),
      remedy: expect.stringContaining('CHROMIUM_PATH'),
    })
  })
})
