import pg from 'pg'

/** A statement as it was sent. */
export interface SentQuery {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Does some work, and tells what was asked of the database meanwhile, whoever asked it. */
export async function recordQueries<T>(
  work: () => Promise<T>,
): Promise<{ result: T; queries: readonly SentQuery[] }> {
  const queries: SentQuery[] = []
  const { query } = pg.Client.prototype
  const recording = function (this: pg.Client, ...asked: unknown[]) {
    const [given, values] = asked
    const config = typeof given === 'string' ? { text: given } : (given as Partial<SentQuery>)
    queries.push({
      text: config.text ?? '',
      values: config.values ?? (Array.isArray(values) ? values : []),
    })
    return Reflect.apply(query, this, asked)
  }
  Reflect.set(pg.Client.prototype, 'query', recording)
  try {
    return { result: await work(), queries }
  } finally {
    Reflect.set(pg.Client.prototype, 'query', query)
  }
}
