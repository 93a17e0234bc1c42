import { generateClient } from '#cli/portal/generate-client.ts'
import type { AddCommand } from './command.ts'

export const addGenerate: AddCommand = (program, signal) => {
  program
    .command('generate')
    .description('generate the database client, unless it stands generated')
    .action(() => generateClient(signal))
}
