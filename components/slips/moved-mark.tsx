/** A date that is not the one first set: an empty mark, and where it went. */
export function MovedMark() {
  return (
    <svg viewBox="0 0 20 12" width="20" height="12" aria-hidden="true" className="me-1.5 inline-block">
      <path d="M7 6h11m-4-4 4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <circle cx="4" cy="6" r="3" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  )
}
