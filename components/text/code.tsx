import { Fragment } from 'react'

/** A code of the subject (role, status, id): Latin and left to right in every language, broken only at its underscores. */
export function Code({ children }: { children: string }) {
  const parts = children.split(/(?<=[_/])/)
  return (
    <span lang="en" dir="ltr" translate="no" className="text-[0.86em] tracking-wide">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a constant string never move
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  )
}
