import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_LINE_BYTES } from '#features/evidence/limits-model.ts'
import { type FileRead, hashOf, LineDefect, linesOf, readLines } from '#features/evidence/lines-ingest.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function* chunked(bytes: Buffer, cuts: readonly number[]) {
  const places = [...cuts.map(cut => cut % (bytes.length + 1)), 0, bytes.length].toSorted((a, b) => a - b)
  for (const [index, place] of places.entries())
    yield bytes.subarray(place, places[index + 1] ?? bytes.length)
}

async function read(bytes: Buffer, cuts: readonly number[] = []) {
  const lines: string[] = []
  const ends: FileRead[] = []
  for await (const some of linesOf(chunked(bytes, cuts), end => ends.push(end))) lines.push(...some)
  return { lines, file: ends[0] }
}

const text = fc.string({ unit: fc.constantFrom(...'{}":,a1ქ😀\r\t ') })
const cuts = fc.array(fc.nat({ max: 100_000 }), { maxLength: 8 })

describe('the lines of a file', () => {
  test('are the same wherever its chunks part, also within a character', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1 }),
        fc.boolean(),
        cuts,
        async (lines, endsWithBreak, at) => {
          // A last line without any text would be no line.
          const given = endsWithBreak ? lines : [...lines, 'end']
          const bytes = Buffer.from(given.join('\n') + (endsWithBreak ? '\n' : ''))
          expect(await read(bytes, at)).toEqual({
            lines: given,
            file: { sha256: sha256(bytes), bytes: bytes.length, endsWithBreak },
          })
        },
      ),
    )
  })

  test('are none in an empty file', async () => {
    expect((await read(Buffer.alloc(0))).lines).toEqual([])
  })

  test.for([
    ['as long as a line may be', MAX_LINE_BYTES, null],
    ['a byte longer', MAX_LINE_BYTES + 1, 'evidence-line-size'],
  ] as const)('may be within 64 KiB: one %s', async ([, length, code]) => {
    const long = Buffer.alloc(length, 'a')
    for (const end of ['', '\n', '\nshort\n'])
      for (const at of [[], [7, 40_000], [length, length + 1]]) {
        const reading = read(Buffer.concat([Buffer.from('first\n'), long, Buffer.from(end)]), at)
        if (code === null) expect((await reading).lines[1]).toHaveLength(length)
        else await expect(reading).rejects.toMatchObject({ line: 2, defect: { rule: { code } } })
      }
  })

  test('are counted in bytes, not in characters', async () => {
    const georgian = Buffer.from('ქ'.repeat(MAX_LINE_BYTES / 3 + 1))
    await expect(read(georgian)).rejects.toMatchObject({
      line: 1,
      defect: { rule: { code: 'evidence-line-size' } },
    })
  })

  test('are UTF-8, or the first that is not is named', async () => {
    const broken = fc.constantFrom(
      [0xff],
      [0xc3],
      [0xed, 0xa0, 0x80],
      [0xf8, 0x88, 0x80, 0x80, 0x80],
      [0xc0, 0x80],
    )
    await fc.assert(
      fc.asyncProperty(fc.array(text), broken, cuts, async (lines, wrong, at) => {
        const before = lines.map(line => `${line}\n`).join('')
        const bytes = Buffer.concat([Buffer.from(`${before}{"a":"`), Buffer.from(wrong), Buffer.from('"}\n')])
        const failed = await read(bytes, at).catch((error: unknown) => error)
        expect(failed).toBeInstanceOf(LineDefect)
        expect(failed).toMatchObject({ line: lines.length + 1, defect: { rule: { code: 'evidence-utf8' } } })
      }),
    )
  })

  test('of a file that grew are read to the first byte beyond its size', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-lines-'))
    const file = path.join(folder, 'records.jsonl')
    fs.writeFileSync(file, 'one\ntwo\nthree\n')
    const lines: string[] = []
    const sizes: number[] = []
    for await (const some of readLines(file, 8, ({ bytes }) => sizes.push(bytes))) lines.push(...some)
    expect(lines).toEqual(['one', 'two', 't'])
    expect(sizes).toEqual([9])
    expect(await hashOf(file)).toBe(sha256(fs.readFileSync(file)))
    fs.rmSync(folder, { recursive: true })
  })
})
