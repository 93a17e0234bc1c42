import { ingestNow } from '#cli/content/ingest-now.ts'
import { ownWorkplace } from '#cli/recording/workplace.ts'
import type { AddCommand } from './command.ts'

export const addIngest: AddCommand = (program, signal) => {
  program
    .command('ingest')
    .description('check the content and bring it into the database, all or nothing')
    .action(() => ingestNow(ownWorkplace(), signal))
}
