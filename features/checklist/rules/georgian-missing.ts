import { judgeEachLine } from '#features/checklist/rules/judge-each-line.ts'

const TEXTS = ['note', 'reason', 'resolution'] as const

export const georgianMissing = judgeEachLine(
  {
    code: 'georgian-missing',
    severity: 'warning',
    mend: 'Give the text in Georgian too, under `ka`: that is the authoritative one.',
  },
  ({ line }) => {
    const lacking = TEXTS.filter(text => line[text] && !line[text].ka)
    return lacking.length > 0 ? `expected Georgian in ${lacking.join(' and ')}, found none` : null
  },
)
