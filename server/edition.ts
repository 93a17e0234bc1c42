import type { Day } from '#features/checklist/calendar-model.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import type { Content } from '#features/portal/edition-queries.ts'

/** What a page was made of: two pages of one edition agree with each other. */
export interface Edition extends Content {
  /** The day in Tbilisi that the page speaks of where it was asked for none. */
  readonly day: Day
  /** When it was last known to be the portal's newest, in milliseconds since 1970. */
  confirmedAt: number
}

export interface Editions {
  /** The last edition that was seen, null before the first. */
  readonly newest: Edition | null
  /** The newest edition, null unless it was confirmed a moment ago. */
  current(): Edition | null
  /** Asks the database. @throws {Error} while it cannot be asked, or holds nothing */
  confirm(): Promise<Edition>
}

/** For how long, in milliseconds, an edition counts as the newest without having been confirmed again. */
const CONFIDENCE = 5000

/** The editions of the content, as they follow one another. `readContent` answers in the order in which it is asked. */
export function contentEditions(
  readContent: () => Promise<Content | null>,
  now: () => number = Date.now,
): Editions {
  let newest: Edition | null = null
  return {
    get newest() {
      return newest
    },
    current: () => (newest && now() - newest.confirmedAt <= CONFIDENCE ? newest : null),
    async confirm() {
      const asked = now()
      const content = await readContent()
      if (!content) throw new Error('Nothing has been ingested yet.')
      const day = dayInTbilisi(new Date(asked))
      const seen = { ...content, day, confirmedAt: asked }
      if (newest && isSame(newest, seen)) newest.confirmedAt = asked
      else newest = seen
      return newest
    },
  }
}

/** The time of ingest tells a revision from the same one after another, and is shown on pages. */
const isSame = (a: Edition, b: Edition): boolean =>
  a.revision === b.revision && a.day === b.day && a.ingestedAt.getTime() === b.ingestedAt.getTime()

/** What needs no database is made anew each day, because it says which day it is. */
export function dayEditions(now: () => number = Date.now): Editions {
  let newest: Edition | null = null
  const current = (): Edition => {
    const day = dayInTbilisi(new Date(now()))
    if (newest?.day !== day) newest = { revision: '', ingestedAt: new Date(0), day, confirmedAt: now() }
    newest.confirmedAt = now()
    return newest
  }
  return {
    get newest() {
      return current()
    },
    current,
    confirm: async () => current(),
  }
}
