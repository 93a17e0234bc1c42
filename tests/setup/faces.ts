import fs from 'node:fs'
import path from 'node:path'
import { codePointsOf } from './font-coverage.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** A face as app/fonts.css declares it: a browser fetches it for any of these code points. */
export interface Face {
  readonly file: string
  readonly range: readonly (readonly [first: number, last: number])[]
  readonly glyphs: ReadonlySet<number>
}

export const FACES: readonly Face[] = fs
  .readFileSync(path.join(ROOT, 'app', 'fonts.css'), 'utf8')
  .split('@font-face')
  .slice(1)
  .map(rule => {
    const [, file = ''] = /url\("([^"]+)"\)/.exec(rule) ?? []
    const [, range = ''] = /unicode-range:([^;]+);/.exec(rule) ?? []
    return {
      file: path.basename(file),
      range: range.split(',').map(rangeOf),
      glyphs: codePointsOf(path.join(ROOT, 'node_modules', file)),
    }
  })

function rangeOf(text: string): [number, number] {
  const [first = '', last = first] = text.trim().slice(2).split('-')
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
}

/** The faces that a browser fetches for a code point. */
export const facesFor = (point: number): readonly Face[] =>
  FACES.filter(({ range }) => range.some(([first, last]) => first <= point && point <= last))

/** What is drawn by no glyph: spaces, line ends, joiners, marks of direction. */
const isBlank = (sign: string): boolean => /[\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(sign)

/**
 * Signs that are left to the reader's system, which has them everywhere: no face of ours holds an arrow, the sign of a
 * number would cost a Georgian page the whole Cyrillic face, and a status sign is drawn (components/status). Each
 * stands beside words.
 */
export const SYSTEM_SIGNS: ReadonlySet<string> = new Set(['→', '←', '№', '⚪', '🟡', '🔴', '🟢'])

/** Every sign that the content and the interface's words hold, and every Georgian letter there is. */
export function signsInUse(): readonly string[] {
  const texts = ['content', 'messages'].flatMap(folder =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(?:md|ya?ml|jsonl?)$/.test(name))
      .map(name => fs.readFileSync(path.join(ROOT, folder, name), 'utf8')),
  )
  const georgian = [...between(0x10a0, 0x10ff), ...between(0x1c90, 0x1cba), ...between(0x1cbd, 0x1cbf)]
  const assigned = georgian.filter(sign => /\P{Cn}/u.test(sign))
  const ignorable = new Set(['\uFE0F'])
  return [...new Set([...texts.flatMap(text => [...text.normalize('NFC')]), ...assigned])].filter(
    sign => !isBlank(sign) && !ignorable.has(sign),
  )
}

const between = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))
