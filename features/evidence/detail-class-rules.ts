import type { ContentClass } from '#features/access/class-model.ts'
import type { Witness } from '#features/evidence/finding-model.ts'
import type { Reason } from '#features/evidence/reason-model.ts'

/**
 * Who may read the detail of a witness: PUBLIC where it has nothing but names of contracts, places and numbers, or what
 * the run says of itself; INTERNAL where it quotes ids, keys or other words of a record.
 */
const DETAIL_CLASS: Readonly<Record<Reason, Exclude<ContentClass, 'RESTRICTED'>>> = {
  'field-missing': 'PUBLIC',
  'field-null': 'PUBLIC',
  'schema-violated': 'PUBLIC',
  'contract-unknown': 'INTERNAL',
  'key-not-intent': 'INTERNAL',
  'partition-moved': 'PUBLIC',
  'partition-not-murmur2': 'PUBLIC',
  'offset-out-of-order': 'PUBLIC',
  'published-before-consumed': 'PUBLIC',
  'never-consumed': 'INTERNAL',
  'offset-gap': 'PUBLIC',
  'no-effect': 'INTERNAL',
  'second-effect': 'INTERNAL',
  'effect-unconsumed': 'INTERNAL',
  'not-in-dlq': 'INTERNAL',
  'unexpected-in-dlq': 'INTERNAL',
  'effect-despite-dlq': 'INTERNAL',
  'never-replayed': 'INTERNAL',
  'no-event-to-replay': 'PUBLIC',
  'replay-open': 'INTERNAL',
  'replay-key-changed': 'INTERNAL',
  'replay-of-nothing': 'INTERNAL',
  'attempts-exceeded': 'PUBLIC',
  'attempt-skipped': 'PUBLIC',
  'retried-too-soon': 'PUBLIC',
  'retried-too-late': 'PUBLIC',
  'given-up-early': 'PUBLIC',
  'topics-differ': 'PUBLIC',
  'contracts-differ': 'PUBLIC',
  'key-rule-differs': 'PUBLIC',
  'policy-differs': 'PUBLIC',
  'fields-differ': 'PUBLIC',
  'received-counts-differ': 'PUBLIC',
  'claim-differs': 'PUBLIC',
}

/** Witnesses as everybody may read them, and, in their order, the details that not everybody may. */
export interface PartedWitnesses {
  readonly witnesses: readonly Witness[]
  readonly details: readonly (string | null)[]
}

const isKept = ({ reason, detail }: Witness): boolean =>
  reason !== null && detail !== null && DETAIL_CLASS[reason] !== 'PUBLIC'

/** Parts witnesses from what they quote of records. */
export const partWitnesses = (witnesses: readonly Witness[]): PartedWitnesses => ({
  witnesses: witnesses.map(witness =>
    isKept(witness) ? { ...witness, detail: null, isWithheld: true as const } : witness,
  ),
  details: witnesses.map(witness => (isKept(witness) ? witness.detail : null)),
})

/** Puts together what was parted. @param details none where the reader may not have them */
export const joinWitnesses = ({ witnesses, details }: PartedWitnesses): Witness[] =>
  witnesses.map((witness, index) => {
    const detail = details[index]
    if (!witness.isWithheld || typeof detail !== 'string') return witness
    const { isWithheld: _, ...whole } = witness
    return { ...whole, detail }
  })
