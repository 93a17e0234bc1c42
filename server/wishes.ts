/** One thing a reader would accept, and how much it is liked, from 0 to 1. */
export interface Wish {
  readonly value: string
  readonly weight: number
}

/** A header such as `Accept-Language` or `Accept-Encoding`, in lower case (RFC 9110, 12.4.2). */
export const parseWishes = (header = ''): Wish[] =>
  header.slice(0, 512).toLowerCase().split(',').map(parseWish)

function parseWish(text: string): Wish {
  const [value = '', ...parameters] = text.split(';').map(part => part.trim())
  const [quality] = parameters.flatMap(parameter => /^q=([01](?:\.\d{0,3})?)$/.exec(parameter)?.[1] ?? [])
  return { value, weight: quality === undefined ? 1 : Number(quality) }
}
