let last = Number.NaN
let text = ''

/**
 * An instant as ISO 8601 text. Many in a row are of one millisecond, which is written once.
 * @param time milliseconds since the epoch
 */
export function instantOf(time: number): string {
  if (time !== last) {
    text = new Date(time).toISOString()
    last = time
  }
  return text
}
