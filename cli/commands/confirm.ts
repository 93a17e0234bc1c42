import { Options, type Typed } from '#cli/recording/read-options.ts'
import { recordOne } from '#cli/recording/record-one.ts'
import { addRecordingOptions } from './add-recording-options.ts'
import type { AddCommand } from './command.ts'

export const addConfirm: AddCommand = (program, signal) => {
  const command = program
    .command('confirm')
    .description('record that nothing changed in a workstream')
    .argument('<n>', 'number of the workstream')
  addRecordingOptions(command).action((n: string, typed: Typed) =>
    recordOne('confirm', new Options(typed).recording(n), signal),
  )
}
