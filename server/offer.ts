import { LRUCache } from 'lru-cache'
import { createTranslator } from 'next-intl'
import type { Locale } from '#features/localization/locale-model.ts'
import { type Messages, messagesIn } from '#features/localization/messages.ts'
import { type EncodedAnswer, encodeAnswer } from '#server/answer.ts'
import { insertOffer } from '#server/html.ts'
import { bytesOf } from '#server/page-cache.ts'
import type { Place } from '#server/place.ts'
import { isSearch } from '#server/search-place.ts'

interface Offering {
  /** The answer as it is for everyone else. */
  readonly of: EncodedAnswer
  readonly answer: Promise<EncodedAnswer>
}

export type Offers = ReturnType<typeof createOffers>

/**
 * Pages that offer themselves in another language, made of what is kept: each as good as the answer it was made of,
 * so nothing is rendered for it and it is there whenever the page is (docs/decisions/0028). Bounded by bytes; searches,
 * of which there are as many as words, are not kept.
 */
export function createOffers(bytes: number) {
  const offerings = new LRUCache<string, Offering>({
    maxSize: bytes,
    sizeCalculation: ({ of }, name) => bytesOf(of, name),
  })

  return {
    /** The same page with a link to it in another language, in the words of that language. */
    async with(answer: EncodedAnswer, { target }: Place, offered: Locale): Promise<EncodedAnswer> {
      if (isSearch(target)) return offering(answer, target, offered)
      const name = `${offered} ${target}`
      const known = offerings.get(name)
      // An answer of an outage is the same page with another age each time.
      if (known?.of.variants.identity.body === answer.variants.identity.body)
        return { ...(await known.answer), headers: answer.headers }
      const made = offering(answer, target, offered)
      offerings.set(name, { of: answer, answer: made })
      made.catch(() => offerings.delete(name))
      return made
    },
  }
}

async function offering(
  { status, headers, variants }: EncodedAnswer,
  target: string,
  to: Locale,
): Promise<EncodedAnswer> {
  const body = await offered(variants.identity.body.toString('utf8'), target, to)
  return encodeAnswer({ status, headers, body })
}

/** A page with a link to itself in another language, in the words of that language. */
export async function offered(page: string, target: string, to: Locale): Promise<string> {
  const t = createTranslator<Messages, 'language'>({
    locale: to,
    messages: await messagesIn(to),
    namespace: 'language',
  })
  return insertOffer(page, to, target.replace(/^\/[a-z]+/, `/${to}`), t('offer'))
}
