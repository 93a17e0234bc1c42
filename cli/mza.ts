import { Command } from 'commander'
import { enter } from '#scripts/enter.js'
import { COMMANDS } from './commands/index.ts'

await enter(async signal => {
  const program = new Command('mza').description('The portal’s commands. Run as: npm run -s mza -- <command>')
  for (const add of COMMANDS) add(program, signal)
  await program.parseAsync()
  return 0
})
