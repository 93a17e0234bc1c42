/** Lines that differ between two states of a text. */
export interface Hunk {
  /** 1-based line in the new state where it begins. */
  readonly line: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** Past so many pairs of lines what lies between the first difference and the last is told as one. */
const MAX_PAIRS = 4_000_000

function commonStart(a: readonly string[], b: readonly string[]): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return length
}

/** Lengths of the longest common subsequences of what is left from each pair of lines on. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint32Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  const at = (i: number, j: number) => table[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i]
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  return table
}

/** What differs between two texts, by lines. */
export function diffLines(before: readonly string[], after: readonly string[]): Hunk[] {
  const start = commonStart(before, after)
  const end = commonStart(before.slice(start).toReversed(), after.slice(start).toReversed())
  const [a, b] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  if (a.length === 0 && b.length === 0) return []
  if (a.length * b.length > MAX_PAIRS) return [{ line: start + 1, removed: a, added: b }]
  const table = commonLengths(a, b)
  const hunks: { line: number; removed: string[]; added: string[] }[] = []
  let isOpen = false
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      isOpen = false
      i += 1
      j += 1
      continue
    }
    if (!isOpen) hunks.push({ line: start + j + 1, removed: [], added: [] })
    isOpen = true
    const isRemoved = j === b.length || (i < a.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))
    if (isRemoved) hunks.at(-1)?.removed.push(a[i++] ?? '')
    else hunks.at(-1)?.added.push(b[j++] ?? '')
  }
  return hunks
}
