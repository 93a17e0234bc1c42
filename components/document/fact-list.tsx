/** Facts by name, in a hairline grid. */
export function FactList({ children }: { children: React.ReactNode }) {
  return <dl className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-3">{children}</dl>
}

export function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="border-t border-line py-2">
      <dt className="text-small text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
