import type { Reader } from '#features/access/reader-model.ts'
import { AUTHORITATIVE_LOCALE, type Locale } from '#features/localization/locale-model.ts'
import { nowhere } from '#features/portal/address-header-model.ts'
import { withAge } from '#server/age.ts'
import {
  type Answer,
  dataAnswer,
  type EncodedAnswer,
  encodeAnswer,
  fileAnswer,
  pageAnswer,
  privateAnswer,
  problemAnswer,
  unavailableText,
} from '#server/answer.ts'
import { type Offers, offered } from '#server/offer.ts'
import { type PageCache, type Served, type Source, Unavailable } from '#server/page-cache.ts'
import { absentPlace, type Kind, type Place, unavailablePlace } from '#server/place.ts'
import type { Urgency } from '#server/render-queue.ts'
import type { Render, Rendering } from '#server/renderer.ts'
import type { StyleSheets } from '#server/style-sheets.ts'

export interface Given {
  readonly answer: EncodedAnswer
  /** What was asked for; `own` is what the gate itself answers. */
  readonly kind: Kind | 'own'
  readonly source: Source | 'unavailable' | 'own'
  /** `Set-Cookie` headers that go with it. */
  readonly cookies?: readonly string[]
}

export interface PortalOptions {
  readonly render: Render
  readonly styles: StyleSheets
  /** Answers made of content, good for an edition of it. */
  readonly content: PageCache
  /** Answers that need no database. */
  readonly constant: PageCache
  readonly offers: Offers
  readonly now?: () => number
}

export type Portal = ReturnType<typeof createPortal>

/** What readers are given at each address, whatever the state of the database. */
export function createPortal({ render, styles, content, constant, offers, now = Date.now }: PortalOptions) {
  const cacheOf = (place: Place) => (place.isContent ? content : constant)

  const fetch = (place: Place, urgency: Urgency = 'reader'): Promise<Served> =>
    cacheOf(place).get(place.target, () => makeAnswer(place, render, styles), urgency)

  /** What somebody who has signed in is given is made for them alone, and kept by nobody. */
  async function giveTo(reader: Reader, place: Place, wished: Locale | null): Promise<Given> {
    const { kind, locale } = place
    const make = (wanted: Place): Promise<Answer> =>
      cacheOf(wanted).pass(() => makeAnswer(wanted, target => render(target, reader), styles))
    try {
      const made = await make(place)
      const isOffered = wished !== null && made.status === 200
      const body = isOffered ? await offered(String(made.body), place.target, wished) : made.body
      return { kind, source: 'rendered', answer: privateAnswer({ ...made, body }) }
    } catch (fault) {
      if (!(fault instanceof Unavailable)) throw fault
      const standIn =
        kind === 'page' && locale ? await make(unavailablePlace(locale)).catch(() => null) : null
      const answer = standIn ? privateAnswer(standIn) : await unavailable({ ...place, locale: null })
      return { kind, source: 'unavailable', answer }
    }
  }

  /** @param wished the language that the reader likes best of ours: a page in another one offers itself in it */
  async function give(place: Place, wished: Locale | null, reader: Reader | null = null): Promise<Given> {
    const { kind, locale } = place
    const other = locale !== null && wished !== locale ? wished : null
    if (reader && isPersonal(place)) return giveTo(reader, place, other)
    try {
      const { answer, edition, source } = await fetch(place)
      const current = source === 'stale' ? await withAge(answer, locale, edition.confirmedAt, now()) : answer
      const isOffered = other !== null && answer.status === 200
      return { kind, source, answer: isOffered ? await offers.with(current, place, other) : current }
    } catch (fault) {
      if (!(fault instanceof Unavailable)) throw fault
      return { kind, source: 'unavailable', answer: await unavailable(place) }
    }
  }

  async function unavailable({ kind, target, locale }: Place): Promise<EncodedAnswer> {
    if (kind === 'data') return encodeAnswer(problemAnswer('unavailable', target.split('?')[0] ?? ''))
    if (kind === 'page' && locale) {
      const standIn = await fetch(unavailablePlace(locale)).catch(() => null)
      if (standIn) return standIn.answer
    }
    return encodeAnswer(unavailableText())
  }

  return {
    give,
    /**
     * Makes an answer in advance, when no reader waits for a rendering.
     * @throws {Error} where none can be made now
     */
    warm: async (place: Place): Promise<void> => {
      if ((await fetch(place, 'warming')).source === 'stale') throw new Unavailable()
    },
    /** What a reader gets whose address no page could have: the page for an address that leads nowhere. */
    async giveNothing(locale: Locale, reader: Reader | null = null): Promise<Given> {
      const place = { ...absentPlace(locale), target: nowhere(locale), isContent: true }
      const given = await give(place, null, reader)
      return given.source === 'unavailable' ? give(absentPlace(locale), null, reader) : given
    },
  }
}

async function makeAnswer(
  { kind, target, locale }: Place,
  render: Render,
  styles: StyleSheets,
): Promise<Answer> {
  const rendering = await render(target)
  if (kind === 'data') return dataAnswer(target.split('?')[0] ?? '', rendering)
  if (kind === 'file') return fileAnswer(target, rendering)
  return pageAnswer(
    isPage(rendering) ? rendering : await render(nowhere(locale ?? AUTHORITATIVE_LOCALE)),
    styles,
  )
}

/** Whether an answer may differ from reader to reader: a page says who is looking at it, whatever it shows. */
const isPersonal = ({ kind, isContent, isOutlet }: Place): boolean =>
  (isContent && !isOutlet) || kind === 'page'

/** Not the renderer's own "not found", and not what it would tell its own scripts. */
const isPage = ({ status, type, location }: Rendering): boolean =>
  location !== null || status >= 500 || (status !== 404 && type.startsWith('text/html'))
