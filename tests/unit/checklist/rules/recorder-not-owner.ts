import { baseline, change, DOCUMENT_OWNER } from '#tests/unit/checklist/stories.ts'
import { type RuleExamples, TEXT } from './example.ts'

const byAnother = [baseline(), change({ by: 'SRE_LEAD' })]
const toLine = (role: 'SRE_LEAD' | 'settled') => (line: { kind: string }) =>
  line.kind === 'baseline' ? DOCUMENT_OWNER : role

export const recorderNotOwner: RuleExamples = {
  accepts: [
    { title: 'the owner', lines: [baseline(), change()] },
    {
      title: 'GOVERNANCE_ADMIN with a reason',
      lines: [baseline(), change({ by: 'GOVERNANCE_ADMIN', reason: TEXT })],
    },
    {
      title: 'whoever was the owner when the line was first committed',
      lines: byAnother,
      ownerOf: toLine('SRE_LEAD'),
    },
    { title: 'a line that was judged before', lines: byAnother, ownerOf: toLine('settled') },
    {
      title: 'a baseline from GOVERNANCE_ADMIN where the document names no owner',
      lines: [baseline({ by: 'GOVERNANCE_ADMIN', reason: TEXT })],
      documentOwner: null,
    },
  ],
  refuses: [
    {
      title: 'another owner',
      lines: byAnother,
      message: 'expected LEDGER_ENGINEER or, with a reason, GOVERNANCE_ADMIN, found SRE_LEAD',
    },
    {
      title: 'the owner of the document for a change',
      lines: [baseline(), change({ by: DOCUMENT_OWNER })],
      message: 'expected LEDGER_ENGINEER or, with a reason, GOVERNANCE_ADMIN, found CHAIN_OFFICER',
    },
    {
      title: 'GOVERNANCE_ADMIN without a reason',
      lines: [baseline(), change({ by: 'GOVERNANCE_ADMIN' })],
      message: 'expected LEDGER_ENGINEER or, with a reason, GOVERNANCE_ADMIN, found GOVERNANCE_ADMIN',
    },
    {
      title: 'who became the owner only after the line was committed',
      lines: [baseline(), change()],
      ownerOf: toLine('SRE_LEAD'),
      message: 'expected SRE_LEAD or, with a reason, GOVERNANCE_ADMIN, found LEDGER_ENGINEER',
    },
    {
      title: 'a baseline from the owner of the workstream',
      lines: [baseline({ by: 'LEDGER_ENGINEER' })],
      message: 'expected CHAIN_OFFICER or, with a reason, GOVERNANCE_ADMIN, found LEDGER_ENGINEER',
    },
    {
      title: 'a baseline where the document names no owner',
      lines: [baseline()],
      documentOwner: null,
      message:
        'expected an owner role in the document’s metadata or, with a reason, GOVERNANCE_ADMIN, found CHAIN_OFFICER',
    },
  ],
}
