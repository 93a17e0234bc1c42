import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type pg from 'pg'

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

/**
 * Prisma's adapter 7.10.0 with two of its gaps closed. A migration's script goes to the server as one message, which
 * PostgreSQL runs as one transaction: the adapter cuts scripts at every semicolon, also inside functions, and runs the
 * pieces apart. And the type "char" of PostgreSQL's catalogues, unknown to it, passes as a character.
 */
export class MigrationAdapter extends PrismaPg {
  readonly #adapters: Adapter[] = []

  constructor(address: string) {
    super({ connectionString: address, max: 1 })
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect()
    adapter.executeScript = async script => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] })
    }
    readCatalogues(adapter)
    this.#adapters.push(adapter)
    return adapter
  }

  async close(): Promise<void> {
    await Promise.all(this.#adapters.map(adapter => adapter.dispose()))
  }
}

const CATALOGUE_CHAR = 18
const KNOWN_TO_ADAPTER = 1042

function readCatalogues(adapter: Adapter): void {
  const pool = adapter.underlyingDriver()
  const ask: (query: pg.QueryConfig) => Promise<pg.QueryResult> = pool.query.bind(pool)
  // One connection, one query at a time: what is noted here belongs to the answer below.
  let characters: readonly pg.FieldDef[] = []
  Reflect.set(pool, 'query', async (query: pg.QueryConfig) => {
    const result = await ask(query)
    characters = (result.fields ?? []).filter(field => field.dataTypeID === CATALOGUE_CHAR)
    for (const field of characters) field.dataTypeID = KNOWN_TO_ADAPTER
    return result
  })
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async query => {
    const result = await queryRaw(query)
    const isCharacter = (name: string) => characters.some(field => field.name === name)
    const columnTypes = result.columnTypes.map((type, index) =>
      isCharacter(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
    )
    return { ...result, columnTypes }
  }
}
