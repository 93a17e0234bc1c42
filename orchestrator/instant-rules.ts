const MOST = 64
const texts = new Map<number, string>()

/**
 * An instant as ISO 8601 text. Many are of one millisecond, which is written once.
 * @param time milliseconds since the epoch
 */
export function instantOf(time: number): string {
  const known = texts.get(time)
  if (known !== undefined) return known
  if (texts.size >= MOST) texts.clear()
  const text = new Date(time).toISOString()
  texts.set(time, text)
  return text
}
