import fs from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** Writes how many tests passed and failed, and which did not run and why, where `MZA_COUNTS` says. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const tests = modules.flatMap(module => [...module.children.allTests()])
    const results = tests.map(test => ({ title: test.fullName, ...test.result() }))
    const count = (state: string) => results.filter(result => result.state === state).length
    const broken = modules.filter(module => module.errors().length > 0).length
    const skipped = results.flatMap(result =>
      result.state === 'skipped' ? [result.note ?? `skipped: ${result.title}`] : [],
    )
    const { MZA_COUNTS: file } = process.env
    if (!file) return
    const counts = { passed: count('passed'), failed: count('failed') + broken + errors.length, skipped }
    fs.writeFileSync(file, JSON.stringify(counts))
  }
}
