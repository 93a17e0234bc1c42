import { type DigestOptions, printDigest } from '#cli/friday/print-digest.ts'
import { refuseMeaningless } from '#cli/friday/refuse-options.ts'
import type { Typed } from '#cli/recording/read-options.ts'
import { LOCALES } from '#features/localization/locale-model.ts'
import type { AddCommand } from './command.ts'

export const addFriday: AddCommand = (program, signal) => {
  program
    .command('friday')
    .description('walk through what your role owes this week, and record it')
    .option('--as <role>', 'who reports; by default you are asked')
    .option('--digest', 'print the week in Markdown instead, for mail or chat')
    .option('--as-of <day>', 'with --digest: the week of a day, as it stood when that day ended in Tbilisi')
    .option(
      '--locale <language>',
      `with --digest: its language, ${LOCALES.join(' or ')}; by default ${LOCALES[0]}`,
    )
    .option('--document <path>', 'which checklist, such as 80_chain/…; by default the first')
    .option('--dry-run', 'show what would be written, and write nothing')
    .action(async (typed: Typed & DigestOptions) => {
      refuseMeaningless(typed)
      if (typed['digest'] === true) return printDigest(typed, new Date())
      // Not at the top: no other command needs the prompts.
      const { reportFridayHere } = await import('#cli/friday/report-friday.ts')
      await reportFridayHere(typed, signal)
    })
}
