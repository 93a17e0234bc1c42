/** Facts by name, in a hairline grid. */
export function FactList({ children }: { children: React.ReactNode }) {
  return <dl className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-3">{children}</dl>
}

interface FactProps {
  readonly name: string
  /** Has a row of its own. */
  readonly isWide?: boolean
  readonly children: React.ReactNode
}

export function Fact({ name, isWide = false, children }: FactProps) {
  return (
    <div className={`border-t border-line py-2 ${isWide ? 'col-span-full' : ''}`}>
      <dt className="text-small text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
