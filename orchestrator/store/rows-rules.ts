import zlib from 'node:zlib'

/** A record as it is kept: what is told beside its value, and the value as JSON on one line. */
export interface Row<Head> {
  readonly head: Head
  readonly value: string
}

/** The fastest level finds what rows repeat, which is most of them: a tenth remains to be written to the disk. */
const FAST = { params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } }

/** Rows as they are kept, compressed. In JSON no tab stands but between tokens, and in a head none. */
export const packRows = (rows: readonly Row<unknown>[]): Buffer =>
  zlib.zstdCompressSync(rows.map(({ head, value }) => `${JSON.stringify(head)}\t${value}`).join('\n'), FAST)

/** Packed rows in their order. @typeParam Head that of whoever packed them */
export const unpackRows = <Head>(packed: Uint8Array): Row<Head>[] =>
  zlib
    .zstdDecompressSync(packed)
    .toString()
    .split('\n')
    .map(text => {
      const tab = text.indexOf('\t')
      return { head: JSON.parse(text.slice(0, tab)), value: text.slice(tab + 1) }
    })
