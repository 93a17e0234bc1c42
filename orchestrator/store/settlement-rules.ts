import { causeOf, type Sending } from '#orchestrator/store/sending-rules.ts'
import type { Settlement } from '#orchestrator/store/writer-model.ts'

/** What is to be sent because of a settlement, unless its event had ended before; null: nothing. */
export const sendingBecauseOf = ({ topic, eventId, how, sending }: Settlement): Sending | null =>
  sending && {
    ...sending,
    boundary: how === 'effect' ? 'publish' : 'dlq',
    cause: causeOf(topic, eventId),
  }
