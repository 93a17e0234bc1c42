import type { Rule } from '#features/diagnostic/diagnostic-model.ts'

/** What can be wrong with the files of the original scripts, beside what no bundle may have. */
export const IMPORT_RULES = {
  file: {
    code: 'import-file',
    severity: 'error',
    mend: 'Name a file that is there.',
  },
  line: {
    code: 'import-line',
    severity: 'error',
    mend: 'Give the file as the script wrote it: on each line one JSON object of topic, key and payload.',
  },
  summary: {
    code: 'import-summary',
    severity: 'error',
    mend: 'Save what the script printed, from its first brace to its last, in a file of its own.',
  },
  event: {
    code: 'import-event',
    severity: 'error',
    mend: 'Give each event as an object of topic, key and payload, with its partition and offset where they are known.',
  },
  broker: {
    code: 'import-broker',
    severity: 'error',
    mend: 'Say with --broker and --broker-version where it lay.',
  },
  empty: {
    code: 'import-empty',
    severity: 'error',
    mend: 'Name the files of a run that recorded something.',
  },
} as const satisfies Record<string, Rule>
