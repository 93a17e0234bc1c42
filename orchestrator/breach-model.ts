/** Why a value is no event, or not one of its topic. These reasons stand in DLQ records. */
type BreachReason =
  | 'poison_message'
  | 'schema_unknown'
  | 'schema_invalid'
  | 'key_not_intent'
  | 'value_too_large'
  | 'value_not_recordable'

export interface Breach {
  readonly reason: BreachReason
  /** What was expected and what was found. */
  readonly detail: string
}

/** Thrown where a record that breaks its contract was to be sent. */
export class ContractBreach extends Error {
  readonly breach: Breach
  constructor(topic: string, breach: Breach) {
    super(`${topic}: ${breach.reason}: ${breach.detail}`)
    this.name = 'ContractBreach'
    this.breach = breach
  }
}
