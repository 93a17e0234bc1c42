import { LRUCache } from 'lru-cache'
import type { Locale } from '#features/localization/locale-model.ts'
import { wordingIn } from '#features/localization/wording.ts'
import { type EncodedAnswer, encodeAnswer } from '#server/answer.ts'
import { insertNotice } from '#server/html.ts'

const MINUTE = 60_000

/** The last words for an answer, and the answer with them: they change once a minute. */
const marked = new LRUCache<
  EncodedAnswer,
  { readonly words: string; readonly answer: Promise<EncodedAnswer> }
>({
  max: 200,
})

/**
 * The same answer, saying how old it is: by `Age` in seconds (RFC 9111, 5.1), and on a page by a notice before its
 * content in the page's language. Times are milliseconds since 1970.
 */
export async function withAge(
  answer: EncodedAnswer,
  locale: Locale | null,
  confirmedAt: number,
  now: number,
): Promise<EncodedAnswer> {
  const age = Math.max(0, now - confirmedAt)
  const isPage = answer.headers['Content-Type']?.startsWith('text/html')
  const shown = isPage && locale ? await withNotice(answer, await words(locale, confirmedAt, age)) : answer
  return { ...shown, headers: { ...shown.headers, Age: String(Math.ceil(age / 1000)) } }
}

function withNotice(answer: EncodedAnswer, words: string): Promise<EncodedAnswer> {
  const known = marked.get(answer)
  if (known?.words === words) return known.answer
  const body = insertNotice(answer.variants.identity.body.toString('utf8'), words)
  const made = encodeAnswer({ status: answer.status, headers: answer.headers, body })
  marked.set(answer, { words, answer: made })
  return made
}

async function words(locale: Locale, confirmedAt: number, age: number): Promise<string> {
  const { t, moment } = await wordingIn(locale)
  return t('notice.aged', { moment: moment(new Date(confirmedAt)), age: ageInWords(locale, age) })
}

/** Rounded up: a page never claims to be newer than it is. */
function ageInWords(locale: Locale, age: number): string {
  const minutes = Math.ceil(age / MINUTE)
  const relative = new Intl.RelativeTimeFormat(locale)
  return minutes < 120
    ? relative.format(-minutes, 'minute')
    : relative.format(-Math.ceil(minutes / 60), 'hour')
}
