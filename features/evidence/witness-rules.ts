import type { Judgement, Witness } from '#features/evidence/finding-model.ts'

/** What decided a finding, each thing once: what is as it should be of a run as a whole is said no second time. */
export const distinctWitnesses = ({ witnesses }: Judgement): readonly Witness[] => [
  ...new Map(witnesses.map(witness => [JSON.stringify(witness), witness])).values(),
]
