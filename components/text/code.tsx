import { Fragment } from 'react'

/** A code of the subject (role, status, id): Latin in every language, broken only at its underscores. */
export function Code({ children }: { children: string }) {
  const parts = children.split(/(?<=[_/])/)
  return (
    <span lang="en" translate="no" className="text-[0.86em] tracking-wide">
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
