import { ask } from './ask.ts'

/** The figures of one gate at a moment, by name and labels as Prometheus's text format has them. */
export interface Figures {
  /** Sum of all figures of a name that have these labels. */
  sum(name: string, labels?: Readonly<Record<string, string>>): number
  readonly names: ReadonlySet<string>
}

export async function readFigures(opsOrigin: string): Promise<Figures> {
  const { status, body } = await ask({ origin: opsOrigin, path: '/metrics' })
  if (status !== 200) throw new Error(`/metrics answers ${status}`)
  const found = body
    .toString('utf8')
    .split('\n')
    .flatMap(line => {
      const [, name = '', labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)/.exec(line) ?? []
      return value === undefined ? [] : [{ name, labels: `,${labels},`, value: Number(value) }]
    })
  return {
    sum: (name, labels = {}) =>
      found
        .filter(figure => figure.name === name)
        .filter(figure =>
          Object.entries(labels).every(([label, value]) => figure.labels.includes(`,${label}="${value}",`)),
        )
        .reduce((sum, { value }) => sum + value, 0),
    names: new Set(found.map(({ name }) => name)),
  }
}
