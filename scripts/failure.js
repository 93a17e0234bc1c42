/** A failure in the operator's words: what happened, and what to do about it. */
export class Failure extends Error {
  /**
   * @param {string} message what happened, in plain words
   * @param {string} remedy what to do, one imperative sentence
   * @param {unknown} [cause]
   */
  constructor(message, remedy, cause) {
    super(message, { cause })
    this.name = 'Failure'
    this.remedy = remedy
  }
}

/** The reader pressed Ctrl-C, or the machine asked us to stop. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted')
    this.name = 'Interrupted'
  }
}
