import { type Answer, encodeAnswer } from '#server/answer.ts'
import type { Given } from '#server/portal.ts'

/** What the gate itself answers. */
export const plain = async (answer: Answer): Promise<Given> => ({
  kind: 'own',
  source: 'own',
  answer: await encodeAnswer(answer),
})
