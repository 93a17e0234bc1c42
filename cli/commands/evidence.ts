import { addImport } from '#cli/evidence/import.ts'
import { addList } from '#cli/evidence/list.ts'
import { addShow } from '#cli/evidence/show.ts'
import { addVerify } from '#cli/evidence/verify.ts'
import type { AddCommand } from './command.ts'

export const addEvidence: AddCommand = (program, signal) => {
  const group = program.command('evidence').description('bundles of evidence: import, list, show, verify')
  for (const add of [addImport, addList, addShow, addVerify]) add(group, signal)
}
