import { useWording } from '#components/text/wording.ts'

/** A day and a time of day in Tbilisi, in the words of the page's language. */
export function MomentText({ instant }: { instant: Date }) {
  return <time dateTime={instant.toISOString()}>{useWording().moment(instant)}</time>
}
