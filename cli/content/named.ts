import path from 'node:path'

/** A folder as its author knows it: relative to where the command runs, with `/`. */
export const named = (absolute: string): string =>
  path.relative('', absolute).replaceAll(path.sep, '/') || '.'
