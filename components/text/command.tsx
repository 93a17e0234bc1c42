import { Fragment } from 'react'

/** Names of options: a browser would break a line after their hyphens. */
const OPTIONS = /(?<= )(--\S+)/

/** A command as it is to be typed, in a block of its own that one touch selects whole, however its lines break. */
export function Command({ children }: { children: string }) {
  return (
    <pre
      lang="en"
      dir="ltr"
      translate="no"
      className="mt-1 border border-line bg-raised px-3 py-2 whitespace-pre-wrap select-all"
    >
      <code>
        {children.split(OPTIONS).map((part, index) =>
          index % 2 === 1 ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a constant string never move
            <span key={index} className="whitespace-nowrap">
              {part}
            </span>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a constant string never move
            <Fragment key={index}>{part}</Fragment>
          ),
        )}
      </code>
    </pre>
  )
}
