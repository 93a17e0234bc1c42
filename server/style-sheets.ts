import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** The style sheets of a build, which stand in its pages (docs/decisions/0015). */
export interface StyleSheets {
  /** The text of the sheet at an address, ready to stand in any page. Undefined for what is no sheet of the build. */
  textAt(address: string): string | undefined
  /** Sources for `style-src`: a hash for each sheet, the same for the life of a build. */
  readonly sources: readonly string[]
}

/** Reads the sheets that a build made. @param folder the `.next` of a project */
export function readStyleSheets(folder: string): StyleSheets {
  const files = fs.readdirSync(path.join(folder, 'static'), { recursive: true, encoding: 'utf8' })
  const sheets = new Map(
    files
      .filter(file => file.endsWith('.css'))
      .map(file => {
        const address = `/_next/static/${file.split(path.sep).join('/')}`
        return [address, standing(fs.readFileSync(path.join(folder, 'static', file), 'utf8'), address)]
      }),
  )
  return {
    textAt: address => sheets.get(address),
    sources: [...sheets.values()].map(hashOf),
  }
}

/** In a page, what a sheet names beside itself would be sought beside the page. */
const standing = (text: string, address: string): string =>
  text.replace(/url\((["']?)(?!data:)([^)"']+)\1\)/g, (_, quote: string, named: string) => {
    const { pathname } = new URL(named, `http://portal${address}`)
    return `url(${quote}${pathname}${quote})`
  })

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
