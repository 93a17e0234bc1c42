import { Options, type Typed } from '#cli/recording/read-options.ts'
import { recordOne } from '#cli/recording/record-one.ts'
import { addRecordingOptions } from './add-recording-options.ts'
import type { AddCommand } from './command.ts'

export const addUpdate: AddCommand = (program, signal) => {
  const command = program
    .command('update')
    .description(
      'record that a workstream has another status or target date, in the ledger and in every text',
    )
    .argument('<n>', 'number of the workstream')
    .option('--status <code>', 'TODO, IN_PROGRESS, BLOCKED or DONE; by default as it is')
    .option('--target <day>', 'target date, YYYY-MM-DD; by default as it is')
    .option('--note-ka <words>', 'what blocks it, in Georgian')
    .option('--note-en <words>', 'what blocks it, in English')
    .option('--resolution-ka <words>', 'how the blocker was removed, in Georgian')
    .option('--resolution-en <words>', 'how the blocker was removed, in English')
  addRecordingOptions(command).action((n: string, typed: Typed) =>
    recordOne('change', new Options(typed).recording(n), signal),
  )
}
