/** A value in the words of whoever wrote it, in no language of ours: never translated, and left to right by itself. */
export const Verbatim = ({ children }: { children: string }) => (
  <code lang="en" translate="no" dir="ltr">
    {children}
  </code>
)
