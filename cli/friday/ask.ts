export interface Choice<T extends string> {
  readonly value: T
  readonly label: string
}

/**
 * Whoever answers: a person at a terminal, or a test. Each question throws Interrupted where the answer is to leave.
 */
export interface Ask {
  /** @param initial what is chosen by default; else the first */
  choose<T extends string>(question: string, choices: readonly Choice<T>[], initial?: T): Promise<T>
  /** @param check says what is wrong with an answer, or null */
  write(question: string, initial: string, check: (text: string) => string | null): Promise<string>
  agree(question: string): Promise<boolean>
  tell(text: string): void
}
