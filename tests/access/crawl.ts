import { type Answer, askAs } from './ask-as.ts'
import type { ReaderScope } from './model.ts'
import type { PlantedPortal } from './planted-portal.ts'

/** Where no page of content stands: sessions, and what the build made. */
const BEYOND = /^\/(?:auth|view-as|_next)\//
/** Of the days that pages lead to, those that the crawl goes on from. */
const DAYS = ['2026-03-06', '2026-03-12']
/** Interfaces in other languages show the same rows: their first pages, without what these lead to. */
const OTHER_LANGUAGES = /^\/(?:ru|tr|hy|ar)\/./
/** Far more than there are. */
const MOST = 3000

const links = ({ body, headers }: Answer): string[] => [
  ...[...body.matchAll(/href="(\/[^"]*)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&')),
  ...[...body.matchAll(/\]\((\/[^)\s]*)\)/g)].map(([, link = '']) => link),
  ...[...body.matchAll(/<loc>[a-z]+:\/\/[^/]+(\/[^<]*)<\/loc>/g)].map(([, link = '']) => link),
  ...(headers.location?.startsWith('/') ? [headers.location] : []),
]

function isFollowed(address: string): boolean {
  const query = new URLSearchParams(address.split('?')[1] ?? '')
  const day = query.get('asOf')
  return !(BEYOND.test(address) || OTHER_LANGUAGES.test(address) || (day !== null && !DAYS.includes(day)))
}

/** Whatever a reader comes to who follows every link, from these addresses on. */
export async function crawl(
  portal: PlantedPortal,
  scope: ReaderScope,
  from: readonly string[],
  onAnswer: (address: string, answer: Answer) => void,
): Promise<ReadonlySet<string>> {
  const seen = new Set(from)
  const waiting = [...from]
  const walk = async () => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const answer = await askAs(portal, scope, address)
      onAnswer(address, answer)
      for (const link of links(answer)) {
        const [next = ''] = link.split('#')
        if (seen.has(next) || !isFollowed(next)) continue
        seen.add(next)
        waiting.push(next)
      }
      if (seen.size > MOST) throw new Error(`more than ${MOST} addresses: ${[...seen].slice(-5)}`)
    }
  }
  // Who comes back to nothing may come back to something once another has answered.
  while (waiting.length > 0) await Promise.all(Array.from({ length: 4 }, walk))
  return seen
}
