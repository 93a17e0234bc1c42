import { randomInt } from 'node:crypto'
import type { Class } from './model.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** A word that nobody guesses, that search takes for one, and that looks like no other. */
export const strangeWord = (): string => Array.from({ length: 16 }, () => LETTERS[randomInt(26)]).join('')

/** A word that stands in one place, and the class of that place. */
export interface Canary {
  readonly word: string
  readonly place: string
  readonly class: Class
}

/** The canaries of a portal, each made where it is put. */
export class Canaries {
  readonly #known = new Map<string, Canary>()

  /** The word of a place, always the same. */
  at(place: string, of: Class): string {
    const canary = this.#known.get(place) ?? { word: strangeWord(), place, class: of }
    if (canary.class !== of) throw new Error(`${place} is ${canary.class} and ${of}`)
    this.#known.set(place, canary)
    return canary.word
  }

  get all(): readonly Canary[] {
    return [...this.#known.values()]
  }

  /** Those that a text has, in whatever letters. */
  in(text: string): Set<Canary> {
    const said = text.toLowerCase()
    return new Set(this.all.filter(({ word }) => said.includes(word)))
  }
}
