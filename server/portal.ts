import type { Locale } from '#features/localization/locale-model.ts'
import { withAge } from '#server/age.ts'
import {
  type Answer,
  dataAnswer,
  type EncodedAnswer,
  encodeAnswer,
  fileAnswer,
  pageAnswer,
  problemAnswer,
  unavailableText,
} from '#server/answer.ts'
import type { Offers } from '#server/offer.ts'
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
    cacheOf(place).get(place.target, () => make(place, render, styles), urgency)

  /** @param wished the language that the reader likes best of ours: a page in another one offers itself in it */
  async function give(place: Place, wished: Locale | null): Promise<Given> {
    const { kind, locale } = place
    try {
      const { answer, edition, source } = await fetch(place)
      const current = source === 'stale' ? await withAge(answer, locale, edition.confirmedAt, now()) : answer
      const isOffered = wished !== null && locale !== null && wished !== locale && answer.status === 200
      return { kind, source, answer: isOffered ? await offers.with(current, place, wished) : current }
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
    async giveNothing(locale: Locale): Promise<Given> {
      const given = await give(
        { ...absentPlace(locale), target: `/${locale}/not-found`, isContent: true },
        null,
      )
      return given.source === 'unavailable' ? give(absentPlace(locale), null) : given
    },
  }
}

async function make({ kind, target, locale }: Place, render: Render, styles: StyleSheets): Promise<Answer> {
  const rendering = await render(target)
  if (kind === 'data') return dataAnswer(target.split('?')[0] ?? '', rendering)
  if (kind === 'file') return fileAnswer(target, rendering)
  return pageAnswer(isPage(rendering) ? rendering : await render(`/${locale}/not-found`), styles)
}

/** Not the renderer's own "not found", and not what it would tell its own scripts. */
const isPage = ({ status, type, location }: Rendering): boolean =>
  location !== null || status >= 500 || (status !== 404 && type.startsWith('text/html'))
