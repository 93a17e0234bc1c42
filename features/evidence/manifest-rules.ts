import { isUtf8 } from 'node:buffer'
import { BUNDLE_RULES } from '#features/evidence/bundle-rule-model.ts'
import {
  type BundleDefect,
  duplicateMessage,
  schemaDefect,
  shapeMessage,
  shown,
} from '#features/evidence/json-defect-rules.ts'
import { duplicateKey } from '#features/evidence/json-duplicate-rules.ts'
import { shapeDefect } from '#features/evidence/json-shape-rules.ts'
import { MAX_MANIFEST_BYTES } from '#features/evidence/limits-model.ts'
import { type Run, runSchema } from '#features/evidence/run-model.ts'

/** Reads the bytes of a run.json, or says all that is wrong with it. */
export function readManifest(bytes: Uint8Array): { run: Run; text: string } | readonly BundleDefect[] {
  if (bytes.length > MAX_MANIFEST_BYTES)
    return [
      {
        rule: BUNDLE_RULES.size,
        message: `expected at most ${MAX_MANIFEST_BYTES} bytes, found ${bytes.length}`,
      },
    ]
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (!isUtf8(bytes) || text.startsWith('\uFEFF'))
    return [{ rule: BUNDLE_RULES.utf8, message: 'expected UTF-8, found other bytes' }]
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return [{ rule: BUNDLE_RULES.json, message: `expected a JSON object, found ${shown(text.slice(0, 80))}` }]
  }
  const shape = shapeDefect(raw)
  if (shape) return [shapeMessage(shape)]
  const twice = duplicateKey(text, raw)
  if (twice !== null) return [duplicateMessage(twice)]
  const read = runSchema.safeParse(raw)
  if (!read.success) return read.error.issues.map(issue => schemaDefect(issue, raw))
  return { run: read.data, text }
}
