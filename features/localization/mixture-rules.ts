import type { Authority } from '#features/localization/authority-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import type { SectionStanding } from '#features/localization/section-standing-model.ts'

/** What most of a page counts for, which its parts need not repeat. */
export interface MainStanding {
  readonly lang: TextLocale
  readonly authority: Authority
  /** Of no part in that language is it said from which text it was made. */
  readonly isUnsaid: boolean
}

/** Parts of a page that count for something else than most of it. */
export interface Mixture {
  readonly main: MainStanding
  /** How many are in another language, and what they count for there. */
  readonly foreign: readonly { lang: TextLocale; authority: Authority; count: number }[]
  readonly behind: number
  readonly unsaid: number
  readonly unpaired: number
  /** Whether any part differs. */
  readonly isMixed: boolean
}

type Main = Pick<MainStanding, 'lang' | 'authority'>

const count = (parts: readonly SectionStanding[], kind: string): number =>
  parts.filter(({ drift }) => drift?.kind === kind).length

/** What a reader must be told of a part of a page beside what is told of the page. */
const isRemarkable = ({ lang, drift }: SectionStanding, main: MainStanding): boolean =>
  lang !== main.lang ||
  (drift !== null && drift.kind !== 'current' && !(drift.kind === 'unsaid' && main.isUnsaid))

/** What the parts of a page count for, taken together. */
export function mixtureOf(parts: readonly SectionStanding[], { lang, authority }: Main): Mixture {
  const own = parts.filter(part => part.lang === lang)
  const said = own.filter(({ drift }) => drift?.kind !== 'unpaired')
  const isUnsaid = said.length > 0 && said.every(({ drift }) => drift?.kind === 'unsaid')
  const main = { lang, authority, isUnsaid }
  const foreign = Map.groupBy(
    parts.filter(part => part.lang !== lang),
    part => part.lang,
  )
  return {
    main,
    foreign: [...foreign].map(([other, all]) => ({
      lang: other,
      authority: all[0]?.authority ?? 'translation',
      count: all.length,
    })),
    behind: count(parts, 'behind'),
    unsaid: count(isUnsaid ? parts.filter(part => part.lang !== lang) : parts, 'unsaid'),
    unpaired: count(parts, 'unpaired'),
    isMixed: parts.some(part => isRemarkable(part, main)),
  }
}
