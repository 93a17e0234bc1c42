/** Letters left out, put in, put for another, or swapped with the next, from one word to another. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const steps = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1)]
      row[j] = Math.min(...steps, ...(isSwapped ? [(before[j - 2] ?? 0) + 1] : []))
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/** How many mistakes are forgiven in a word of so many letters. */
export const forgiven = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3)

/** A word with two neighbouring letters swapped or one left out: trigrams of short words do not show that they are alike. */
export function nearSpellings(word: string): string[] {
  const letters = [...word]
  return letters.flatMap((letter, at) => {
    const swapped = word.slice(0, at) + (letters[at + 1] ?? '') + letter + word.slice(at + 2)
    return [swapped, word.slice(0, at) + word.slice(at + 1)]
  })
}
