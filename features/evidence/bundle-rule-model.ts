import type { Rule } from '#features/diagnostic/diagnostic-model.ts'

const FORMAT = 'see docs/evidence-format.md'

const error = (code: string, mend: string): Rule => ({ code, severity: 'error', mend })

/** What can be wrong with a bundle. Any of these refuses it whole. */
export const BUNDLE_RULES = {
  json: error('evidence-json', `Write each record as one JSON object on a line of its own; ${FORMAT}.`),
  value: error('evidence-value', `Write the value in the form expected; ${FORMAT}.`),
  depth: error('evidence-depth', 'Nest objects and lists at most 16 deep.'),
  prototype: error('evidence-prototype', 'Rename the key `__proto__`.'),
  text: error('evidence-text', 'Write other bytes than text in hexadecimal or base64.'),
  duplicate: error('evidence-duplicate-key', 'Write each key of an object once.'),
  secret: error(
    'evidence-secret',
    'Mask the value at its producer, before the files are hashed, and write a new bundle.',
  ),
  utf8: error('evidence-utf8', 'Write the file in UTF-8 without a byte order mark.'),
  line: error(
    'evidence-line-size',
    'Keep each record within 64 KiB; leave large payloads out, or name them by their hash.',
  ),
  size: error('evidence-file-size', 'Restore the file as its producer wrote it, or write a new bundle.'),
  hash: error(
    'evidence-hash',
    'Restore the file as its producer wrote it, or write a new bundle under another run id.',
  ),
  missing: error('evidence-file-missing', 'Restore the file that run.json names.'),
  stray: error('evidence-file-stray', 'Name the file in run.json, or remove it.'),
  place: error(
    'evidence-place',
    'Put the bundle into evidence/<environment>/<runId>/, as its run.json says.',
  ),
  taken: error('evidence-run-taken', 'Give the run another id: what was ingested under this one stays.'),
  future: error('evidence-in-future', 'Set the clock of the machine that records, and write a new bundle.'),
  replays: error('evidence-replays', 'Name the replayed run with the sha-256 of its run.json.'),
  unfinished: error(
    'evidence-replays-unfinished',
    'Name only runs that had finished when the replay started.',
  ),
  crowd: error('evidence-crowd', 'Split the run: one intent has at most 10,000 records, of 16 MiB in all.'),
  outside: error(
    'evidence-outside-run',
    'Set the clocks of the machines that record, or write when the run really started and finished; write a new bundle.',
  ),
  topics: error(
    'evidence-topics',
    'Split the run: it has at most 64 topics and 10,000 of boundary, topic and partition.',
  ),
  boundary: error(
    'evidence-boundary',
    'Name every boundary that the run records in `boundaries` of run.json.',
  ),
} as const
