import { expect } from 'vitest'
import type { Ask } from '#cli/friday/ask.ts'
import { Interrupted } from '#scripts/failure.js'

/** Answers as they were written down: what the question has to be about, and what is said to it. `leave`: Ctrl-C. */
export class Answers implements Ask {
  readonly #left: [RegExp, string | boolean][]
  readonly told: string[] = []

  constructor(...answers: [RegExp, string | boolean][]) {
    this.#left = [...answers]
  }

  get left(): number {
    return this.#left.length
  }

  #next(question: string): string | boolean {
    const [about, answer] = this.#left.shift() ?? [/^no question$/, '']
    expect(question).toMatch(about)
    if (answer === 'leave') throw new Interrupted()
    return answer
  }

  choose: Ask['choose'] = async (question, choices) => {
    const answer = this.#next(question)
    const chosen = choices.find(({ value }) => value === answer)
    if (!chosen) throw new Error(`${question}: ${answer} is none of ${choices.map(({ value }) => value)}`)
    return chosen.value
  }

  write: Ask['write'] = async (question, initial, check) => {
    const answer = this.#next(question)
    const typed = answer === true ? initial : String(answer)
    expect(check(typed)).toBeNull()
    return typed
  }

  agree: Ask['agree'] = async question => this.#next(question) === true

  tell: Ask['tell'] = text => void this.told.push(text)
}
