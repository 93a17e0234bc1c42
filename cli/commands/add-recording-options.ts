import type { Command } from 'commander'

/** The options that every recording of a workstream takes. */
export const addRecordingOptions = (command: Command): Command =>
  command
    .option('--reason-ka <words>', 'why, in Georgian: for a later date, a reopening, or GOVERNANCE_ADMIN')
    .option('--reason-en <words>', 'why, in English')
    .option(
      '--as <role>',
      'who records; by default the role that your git e-mail address holds in roles.yaml',
    )
    .option('--for <Friday>', 'which Friday it reports for, YYYY-MM-DD; by default that of this week')
    .option('--expect <hash>', 'write only if the document’s files are still what the portal showed')
    .option('--document <path>', 'which checklist, such as 80_chain/…; by default the first')
    .option('--dry-run', 'show what would be written, and write nothing')
