import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contradictionsOf } from '#features/checklist/contradiction-rules.ts'
import type { LocalizedText } from '#features/checklist/ledger-model.ts'
import { STATUSES, type Status } from '#features/checklist/status-model.ts'
import { sectionsOf } from '#features/document/section-rules.ts'
import { readText } from '#features/document/text-rules.ts'
import { ENVIRONMENTS, type Environment } from '#features/evidence/environment-model.ts'
import { FINDINGS, type Finding } from '#features/evidence/finding-model.ts'
import { VERDICTS, type Verdict } from '#features/evidence/verdict-model.ts'
import { day } from './stories.ts'

const sections = (body: string) =>
  sectionsOf(
    readText('en.md', `# A list\n\n## 7. Seventh\n\n${body}\n`).text?.body ?? { type: 'root', children: [] },
  )

const asking = (required: readonly Environment[] = ['stage'], body = 'Words.') => ({
  sections: sections(body),
  evidenceMapping: { required },
})

const recorded = (
  status: Status,
  verdict: Verdict | Readonly<Record<Environment, Verdict>> = 'corroborated',
  findings: readonly { environment: Environment; finding: Finding }[] = [],
) => {
  const of = (environment: Environment) => ({
    verdict: typeof verdict === 'string' ? verdict : verdict[environment],
    warnings: 0,
  })
  return {
    number: 7,
    status,
    blockages: [],
    evidence: {
      verdicts: { dev: of('dev'), stage: of('stage'), prod: of('prod') },
      findings: findings.map(found => ({
        ...found,
        check: 'no-loss' as const,
        source: null,
        isStale: false,
      })),
    },
  }
}

const verdicts = fc.record({
  dev: fc.constantFrom(...VERDICTS),
  stage: fc.constantFrom(...VERDICTS),
  prod: fc.constantFrom(...VERDICTS),
})
const required = fc.subarray([...ENVIRONMENTS])

describe('what contradicts an owner’s record', () => {
  test('is failed evidence of any environment, whatever the status', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), verdicts, required, (status, verdict, asked) => {
        const found = contradictionsOf(recorded(status, verdict), asking(asked))
        expect(
          found.flatMap(each => (each.code === 'evidence-contradicted' ? [each.environment] : [])),
        ).toEqual(ENVIRONMENTS.filter(environment => verdict[environment] === 'contradicted'))
      }),
    )
  })

  test('names the checks that failed there, and no others', () => {
    const findings = ENVIRONMENTS.flatMap(environment => FINDINGS.map(finding => ({ environment, finding })))
    const [only, ...others] = contradictionsOf(
      recorded('TODO', { dev: 'corroborated', stage: 'contradicted', prod: 'not-run' }, findings),
      asking(),
    )
    expect(others).toEqual([])
    expect(only).toMatchObject({
      code: 'evidence-contradicted',
      failed: [{ environment: 'stage', finding: 'failed' }],
    })
  })

  test('is missing evidence only of what is done, and only where the document requires it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), verdicts, required, (status, verdict, asked) => {
        const found = contradictionsOf(recorded(status, verdict), asking(asked))
        const missing = asked.filter(environment => ['stale', 'not-run'].includes(verdict[environment]))
        expect(found.flatMap(each => (each.code === 'unbacked' ? [each.environment] : []))).toEqual(
          status === 'DONE' ? missing : [],
        )
      }),
    )
  })

  test('is acceptance items that are not ticked, of what is done', () => {
    const document = asking(['stage'], '- [x] One\n- [ ] Two\n- [ ] Three')
    expect(contradictionsOf(recorded('DONE'), document)).toEqual([
      { code: 'items-unmet', unmet: 2, items: 3 },
    ])
    expect(contradictionsOf(recorded('IN_PROGRESS'), document)).toEqual([])
    expect(contradictionsOf(recorded('DONE'), asking(['stage'], '- [x] One'))).toEqual([])
    expect(contradictionsOf({ ...recorded('DONE'), number: 8 }, document)).toEqual([])
  })

  test.for<[Status, LocalizedText | null, boolean]>([
    ['BLOCKED', { en: 'We wait.' }, true],
    ['BLOCKED', { ka: 'ველოდებით.', en: 'We wait.' }, false],
    ['BLOCKED', null, false],
    ['IN_PROGRESS', { en: 'We waited.' }, false],
  ])('of what is %s with the note %j is that it lacks Georgian: %s', ([status, note, is]) => {
    const blockage = { note, raisedOn: day('2026-03-10'), clearedOn: null, resolution: null }
    const found = contradictionsOf({ ...recorded(status), blockages: [blockage] }, asking())
    expect(found).toEqual(is ? [{ code: 'georgian-missing' }] : [])
  })
})
