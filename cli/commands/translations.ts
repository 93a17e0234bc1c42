import { addMark } from '#cli/translations/mark.ts'
import { addStatus } from '#cli/translations/status.ts'
import type { AddCommand } from './command.ts'

export const addTranslations: AddCommand = (program, signal) => {
  const group = program
    .command('translations')
    .description(
      'translations of the content: what is behind the authoritative text, and what is not any more',
    )
  for (const add of [addStatus, addMark]) add(group, signal)
}
