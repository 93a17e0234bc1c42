import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { MigrationAdapter } from './migration-adapter.ts'

const SCHEMA = {
  path: 'schema.prisma',
  content: fs.readFileSync(path.join(import.meta.dirname, 'schema.prisma'), 'utf8'),
}

/** The schema in the forms in which the engine asks for it. */
export const schemaDatamodel = { tag: 'schemaDatamodel' as const, files: [SCHEMA] }
export const schemaDatasource = {
  tag: 'schemaDatasource' as const,
  files: [SCHEMA],
  configDir: import.meta.dirname,
}

const CLASSES = ['public', 'internal', 'restricted']

/** Tables that Prisma's schema cannot say: partitioned, written and read by SQL alone (decision 0029). */
const externalTables = [
  'search_source',
  ...['search_text', 'search_word'].flatMap(table => [table, ...CLASSES.map(part => `${table}_${part}`)]),
].map(table => `public.${table}`)

/** What the engine leaves out. */
export const filters = { externalTables, externalEnums: [] }

/**
 * Does something with Prisma's own migration engine, from npm alone, on the database of an address.
 * @throws {Error} the engine's
 */
export async function withSchemaEngine<T>(
  address: string,
  work: (engine: glue.SchemaEngine) => Promise<T>,
): Promise<T> {
  await load()
  const adapters = new MigrationAdapter(address)
  const engine = await glue.SchemaEngine.new(
    { datamodels: [[SCHEMA.path, SCHEMA.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapters),
  )
  try {
    return await work(engine)
  } finally {
    engine.free()
    await adapters.close()
  }
}

let loading: Promise<void> | undefined

/** By hand: the package's main file imports WebAssembly as a module, which Node refuses. */
function load(): Promise<void> {
  loading ??= (async () => {
    const main = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const bytes = fs.readFileSync(path.join(path.dirname(main), 'schema_engine_bg.wasm'))
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...glue } })
    glue.__wbg_set_wasm(instance.exports)
    const { __wbindgen_start: begin } = instance.exports
    if (typeof begin === 'function') begin()
  })()
  return loading
}
