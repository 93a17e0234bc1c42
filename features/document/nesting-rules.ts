const CONTAINER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y

/** How many columns the spaces and tabs at the start of a line take. */
function indentOf(line: string): number {
  let columns = 0
  for (const character of line) {
    if (character === ' ') columns += 1
    else if (character === '\t') columns += 4 - (columns % 4)
    else break
  }
  return columns
}

/** How deep a line may stand in lists and quotes, at most: its own markers, and two columns for each list around it. */
export function nestingOf(line: string): number {
  CONTAINER.lastIndex = 0
  let markers = 0
  while (CONTAINER.test(line)) markers += 1
  return markers === 0 ? 0 : markers + Math.floor(indentOf(line) / 2)
}
