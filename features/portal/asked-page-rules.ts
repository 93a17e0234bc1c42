/** The page of a list that `?page=` names, from 1, the first where it names none; null where that is nothing. */
export function askedPage(given: string | undefined): number | null {
  if (given === undefined || given === '') return 1
  return /^[1-9]\d{0,4}$/.test(given) ? Number(given) : null
}
