import { judgeEachLine } from '#features/checklist/rules/judge-each-line.ts'

export const recorderNotOwner = judgeEachLine(
  {
    code: 'recorder-not-owner',
    severity: 'error',
    mend: 'Let the owner record it, or GOVERNANCE_ADMIN with a `reason`.',
  },
  (step, { ownerOf }) => {
    const { line } = step
    const owner = ownerOf(step)
    if (owner === 'settled' || line.by === owner || (line.by === 'GOVERNANCE_ADMIN' && line.reason))
      return null
    const wanted = owner ?? 'an owner role in the document’s metadata'
    return `expected ${wanted} or, with a reason, GOVERNANCE_ADMIN, found ${line.by}`
  },
)
