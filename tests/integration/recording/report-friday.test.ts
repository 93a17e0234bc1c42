import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reportFriday } from '#cli/friday/report-friday.ts'
import type { Typed } from '#cli/recording/read-options.ts'
import { Answers } from '#tests/unit/cli/answers.ts'
import { Desk, FOLDER, text } from './desk.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})
afterEach(() => desk.remove())

const report = async (answers: Answers, typed: Typed = {}) => {
  const { signal } = new AbortController()
  const said = await desk.printed(() => reportFriday(typed, signal, answers, desk.workplace))
  expect(answers.left).toBe(0)
  return said
}

const isUntouched = () =>
  desk.text('ka') === text('ka') && !existsSync(path.join(desk.content.folder, FOLDER, 'change-log.jsonl'))

describe('mza friday', () => {
  it('asks for the role, walks through what it owes, and writes after a last yes', async () => {
    const answers = new Answers(
      [/Which role/, 'LEDGER_ENGINEER'],
      [/without a report/, 'none'],
      [/For Friday/, 'change'],
      [/Status/, 'IN_PROGRESS'],
      [/Target date/, true],
      [/Write all of it/, true],
    )
    expect(await report(answers)).toContain('change of workstream 2: IN_PROGRESS')
    expect(answers.told.join('\n')).toMatch(/This will be written:(.*\n)+.*\+ .*🟡 IN_PROGRESS \|/)
    expect(desk.text('en')).toContain('🟡 IN_PROGRESS')
    expect(desk.ledger).toHaveLength(4)
  })

  it('writes nothing where the last answer is no, where the owner leaves, and in a dry run', async () => {
    const before = [
      [/without a report/, 'none'],
      [/For Friday/, 'confirm'],
    ] satisfies [RegExp, string][]
    const as = 'LEDGER_ENGINEER'
    await report(new Answers(...before, [/Write all of it/, false]), { as })
    expect(isUntouched()).toBe(true)
    expect(await report(new Answers(...before, [/Write all of it/, 'leave']), { as })).toContain(
      'Interrupted',
    )
    expect(isUntouched()).toBe(true)
    expect(await report(new Answers(...before), { as, dryRun: true })).toContain('Nothing is written')
    expect(isUntouched()).toBe(true)
  })

  it('says what is illegal and asks again', async () => {
    const answers = new Answers(
      [/without a report/, 'none'],
      [/For Friday/, 'change'],
      [/Status/, 'TODO'],
      [/Target date/, true],
      [/without a report/, 'none'],
      [/For Friday/, 'skip'],
    )
    await report(answers, { as: 'LEDGER_ENGINEER' })
    expect(answers.told.join('\n')).toContain('error change-changes-nothing')
    expect(answers.told.at(-1)).toBe('There is nothing to record.')
  })

  it('gives the answers as commands where the document changed meanwhile, so that nothing typed is lost', async () => {
    const answers = new Answers(
      [/without a report/, 'newest'],
      [/For Friday/, 'change'],
      [/Status/, 'IN_PROGRESS'],
      [/Target date/, '2030-01-01'],
      [/Why\? \(in Georgian/, "ვის 'დრო'"],
      [/Why\? \(in English/, 'later'],
      [/Write all of it/, true],
    )
    const { agree } = answers
    answers.agree = async question => {
      desk.content.write(`${FOLDER}/ka.md`, `${text('ka')}\nAnother’s words.\n`)
      return agree(question)
    }
    const said = await report(answers, { as: 'LEDGER_ENGINEER', document: FOLDER })
    expect(said).toMatch(/npm run -s mza -- confirm 2 --for \d{4}-\d\d-\d\d --as LEDGER_ENGINEER/)
    expect(said).toMatch(
      /npm run -s mza -- update 2 --status IN_PROGRESS --target 2030-01-01 --reason-ka 'ვის '\\''დრო'\\''' --reason-en 'later' --for \d{4}-\d\d-\d\d --as LEDGER_ENGINEER --document 80_chain\/example$/m,
    )
    expect(said).toContain('was changed while this command ran')
    expect(existsSync(path.join(desk.content.folder, FOLDER, 'change-log.jsonl'))).toBe(false)
  })

  it('says where a role owes nothing', async () => {
    const answers = new Answers()
    await report(answers, { as: 'CHAIN_OFFICER' })
    expect(answers.told).toEqual([expect.stringMatching(/^CHAIN_OFFICER owes no report for Friday/)])
  })

  it('lets the administrator report in an owner’s place, with a reason', async () => {
    const reason = [
      [/in the owner’s place/, 'შვებულება'],
      [/in the owner’s place/, ''],
    ] satisfies [RegExp, string][]
    const answers = new Answers(
      [/without a report/, 'none'],
      [/For Friday/, 'confirm'],
      ...reason,
      [/without a report/, 'none'],
      [/For Friday/, 'skip'],
      [/Write all of it/, true],
    )
    expect(await report(answers, { as: 'GOVERNANCE_ADMIN' })).toContain('by GOVERNANCE_ADMIN')
    expect(desk.ledger.at(-1)).toContain('"reason":{"ka":"შვებულება"}')
  })
})
