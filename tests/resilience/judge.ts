import { isFont, type Locale, pageLanguage } from './addresses.ts'
import type { Sample } from './steady-load.ts'

/** When the database was away, in milliseconds since 1970. */
export interface Outage {
  readonly from: number
  /** When it began to come back. */
  readonly mended: number
  readonly until: number
  /** Whether it came back now and then, so that pages may be fresh. */
  readonly isFlickering?: boolean
}

/** Milliseconds in which a portal is fresh again. */
export const RETURN = 5000
/** Milliseconds after which pages no longer count as the newest; with a little for a busy machine. */
const NOTICED = 8000

const WORDS: Readonly<Record<Locale, string>> = {
  ka: 'პორტალის განახლება ამჟამად შეუძლებელია',
  en: 'The portal cannot be brought up to date at the moment',
}

/** What is wrong with answers that have to come whatever the database does, in words. */
export const complaintsOfServed = (samples: readonly Sample[], outages: readonly Outage[]): string[] =>
  samples.flatMap(sample => {
    const { answer, failure, question } = sample
    const name = `${question.path} at ${new Date(sample.asked).toISOString()}`
    if (answer === null) return [`${name}: ${failure}`]
    if (answer.status >= 400) return [`${name}: ${answer.status}`]
    return isFont(question.path)
      ? []
      : complaintsOfAge(sample, answer.headers.age, outages).map(complaint => `${name}: ${complaint}`)
  })

function complaintsOfAge(sample: Sample, age: string | undefined, outages: readonly Outage[]): string[] {
  const { asked, notice, question } = sample
  const locale = pageLanguage(question.path)
  if (isFresh(sample, outages)) return age === undefined && notice === null ? [] : [`aged ${age} s`]
  const outage = outages.find(outage => isAway(sample, outage))
  if (!outage) return []
  if (age === undefined) return ['does not say its age']
  if (Number(age) < Math.floor((asked - outage.from) / 1000)) return [`says that it is ${age} s old`]
  return locale === null || notice?.includes(WORDS[locale]) ? [] : [`its notice is ${notice}`]
}

/** What is wrong with answers that nobody had asked for before, in words. */
export const complaintsOfNeverSeen = (samples: readonly Sample[], outages: readonly Outage[]): string[] =>
  samples.flatMap(sample => {
    const { answer, failure, question, language } = sample
    const name = `${question.path} at ${new Date(sample.asked).toISOString()}`
    if (answer === null) return [`${name}: ${failure}`]
    if (!statusesOf(sample, outages).includes(answer.status)) return [`${name}: ${answer.status}`]
    if (language !== pageLanguage(question.path)) return [`${name}: in ${language}`]
    return answer.status === 503 && !answer.headers['retry-after'] ? [`${name}: no Retry-After`] : []
  })

function statusesOf(sample: Sample, outages: readonly Outage[]): readonly number[] {
  if (isFresh(sample, outages)) return [200]
  return outages.some(outage => isAway(sample, outage)) ? [503] : [200, 503]
}

/** Whether the database had been away for long, and stayed away until the answer. */
const isAway = ({ asked, answered }: Sample, { from, mended, isFlickering = false }: Outage): boolean =>
  !isFlickering && asked >= from + NOTICED && answered <= mended

/** Whether a question was asked and answered while the database was there, and had been for a while. */
const isFresh = ({ asked, answered }: Sample, outages: readonly Outage[]): boolean =>
  outages.every(({ from, until }) => answered < from || asked > until + RETURN)
