import { MAX_DEPTH } from '#features/evidence/limits-model.ts'
import { looksSecret } from '#features/evidence/secret-rules.ts'

/** What no bundle may have, wherever it stands. */
export interface ShapeDefect {
  readonly kind: 'depth' | 'prototype' | 'secret' | 'text'
  /** Keys from the outside in, joined by dots. */
  readonly path: string
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

/** Whether every database and every encoder keeps it: no NUL, no half of a surrogate pair. */
const isKept = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

function textDefect(text: string, path: string, key: string): ShapeDefect | null {
  if (!isKept(text)) return { kind: 'text', path }
  return looksSecret(key, text) ? { kind: 'secret', path } : null
}

/** The first thing in a parsed JSON value that no bundle may have; null where there is none. */
export function shapeDefect(value: unknown, path = '', key = '', depth = 0): ShapeDefect | null {
  if (typeof value === 'string') return textDefect(value, path, key)
  if (typeof value !== 'object' || value === null) return null
  if (depth === MAX_DEPTH) return { kind: 'depth', path }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const found = shapeDefect(item, join(path, String(index)), key, depth + 1)
      if (found) return found
    }
    return null
  }
  for (const name of Object.keys(value)) {
    const place = join(path, name)
    // `JSON.parse` makes it a key like any other; what reads it afterwards may not.
    if (name === '__proto__') return { kind: 'prototype', path: place }
    if (!isKept(name)) return { kind: 'text', path: place }
    const found = shapeDefect(Reflect.get(value, name), place, name, depth + 1)
    if (found) return found
  }
  return null
}
