import type { KesRequest } from './request-model.ts'

/** The intent of a request (FACTS, "Events and smoke"): from the header, else the body, else the case or the payment. */
export const resolveIntentId = ({
  headerIntentId,
  bodyIntentId,
  ownId,
}: Pick<KesRequest, 'headerIntentId' | 'bodyIntentId' | 'ownId'>): string =>
  headerIntentId ?? bodyIntentId ?? ownId
