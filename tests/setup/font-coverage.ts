import fs from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

/** Tags that WOFF2 writes as a number (https://www.w3.org/TR/WOFF2/#table_dir_format); 63 is a tag in full. */
const CMAP = 0
const GLYF = 10
const LOCA = 11
const TAG_IN_FULL = 63

/** The code points that a WOFF2 file has a glyph for, by its `cmap` table. @throws {Error} where it has none */
export function codePointsOf(file: string): ReadonlySet<number> {
  const bytes = fs.readFileSync(file)
  const reader = { at: 48 }
  const number128 = (): number => {
    for (let value = 0; ; ) {
      const byte = bytes[reader.at++] ?? 0
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  let cmap: { readonly from: number; readonly length: number } | undefined
  let from = 0
  for (let table = bytes.readUInt16BE(12); table > 0; table -= 1) {
    const flags = bytes[reader.at++] ?? 0
    const tag = flags & 63
    if (tag === TAG_IN_FULL) reader.at += 4
    const whole = number128()
    const version = flags >> 6
    const isTransformed = tag === GLYF || tag === LOCA ? version === 0 : version !== 0
    const length = isTransformed ? number128() : whole
    if (tag === CMAP) cmap = { from, length }
    from += length
  }
  const tables = brotliDecompressSync(bytes.subarray(reader.at, reader.at + bytes.readUInt32BE(20)))
  if (!cmap) throw new Error(`${file} has no cmap.`)
  return readCmap(tables.subarray(cmap.from, cmap.from + cmap.length))
}

/** Formats 4 and 12, of which one stands in every Unicode font (OpenType, cmap). */
function readCmap(cmap: Buffer): ReadonlySet<number> {
  const found = new Set<number>()
  for (let record = 0; record < cmap.readUInt16BE(2); record += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * record))
    const format = table.readUInt16BE(0)
    if (format === 4) for (const point of segments(table)) found.add(point)
    if (format === 12) for (const point of groups(table)) found.add(point)
  }
  return found
}

function* segments(table: Buffer): Iterable<number> {
  const twice = table.readUInt16BE(6)
  for (let at = 0; at < twice; at += 2) {
    const last = table.readUInt16BE(14 + at)
    const first = table.readUInt16BE(16 + twice + at)
    const delta = table.readUInt16BE(16 + 2 * twice + at)
    const place = 16 + 3 * twice + at
    const offset = table.readUInt16BE(place)
    for (let point = first; point <= last && point < 0xffff; point += 1) {
      const glyph = offset === 0 ? point + delta : table.readUInt16BE(place + offset + 2 * (point - first))
      if (glyph % 0x10000 !== 0) yield point
    }
  }
}

function* groups(table: Buffer): Iterable<number> {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const [first, last] = [table.readUInt32BE(16 + 12 * group), table.readUInt32BE(20 + 12 * group)]
    for (let point = first; point <= last; point += 1) yield point
  }
}
