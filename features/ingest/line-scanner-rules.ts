const LINE_END = 10

/** How many bytes two buffers begin with alike. */
function commonLength(a: Buffer, b: Buffer): number {
  let low = 0
  let high = Math.min(a.length, b.length)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (a.compare(b, low, middle, low, middle) === 0) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Takes one state of a file after another, and tells which lines none before it had. A ledger grows at its end, so that
 * what a state shares with the one before it is passed over without being cut into lines.
 */
export function lineScanner(): (state: Buffer) => string[] {
  const seen = new Set<string>()
  let before: Buffer = Buffer.alloc(0)
  return state => {
    const shared = commonLength(before, state)
    // The shared part may end within a line; the line begins after the last line end before that.
    const start = shared === 0 ? 0 : state.lastIndexOf(LINE_END, shared - 1) + 1
    before = state
    return state
      .toString('utf8', start)
      .split(/\r?\n/)
      .filter(line => !seen.has(line) && seen.add(line))
  }
}
