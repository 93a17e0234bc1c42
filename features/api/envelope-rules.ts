import { VISIBLE_TO } from '#features/access/class-model.ts'
import type { Envelope, WithheldResource } from '#features/api/envelope-model.ts'
import type { Wish } from '#features/api/request-rules.ts'
import type { Withheld } from '#features/document/document-view-model.ts'
import type { PortalState } from '#features/portal/portal-model.ts'

export const envelopeOf = ({ locale, asOf }: Wish, { revision, scope }: PortalState): Envelope => ({
  apiVersion: '1',
  revision,
  asOf: asOf.day,
  scope,
  locale,
})

export const withheldResource = ({ place, kind, count, class: own }: Withheld): WithheldResource => ({
  place,
  kind,
  count,
  class: own,
  visibleTo: [...VISIBLE_TO[own]],
})
