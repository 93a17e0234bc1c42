import { isTextLocale } from '#features/localization/locale-model.ts'

/** A heading as the last part of an address, after GitHub's way: letters of every script, digits, `_` and `-` stay. */
export const slugOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-')

/** `wanted`, or with `-1`, `-2`… after it where that is taken; what it returns is taken from then on. */
export function takeAnchor(wanted: string, taken: Map<string, number>): string {
  let count = taken.get(wanted) ?? 0
  let anchor = count === 0 ? wanted : `${wanted}-${count}`
  while (taken.has(anchor)) anchor = `${wanted}-${++count}`
  taken.set(wanted, count + 1)
  if (anchor !== wanted) taken.set(anchor, 1)
  return anchor
}

/** A document's slug, from `…/<slug>/<locale>.md`, `…/<slug>.md` or `…/<slug>`. */
export function slugIn(file: string): string {
  const parts = file.replace(/\.md$/, '').split('/')
  const last = parts.pop() ?? ''
  return isTextLocale(last) ? (parts.pop() ?? last) : last
}
