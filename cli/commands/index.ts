import type { AddCommand } from './command.ts'
import { addGenerate } from './generate.ts'
import { addIngest } from './ingest.ts'
import { addMigrate } from './migrate.ts'
import { addStart } from './start.ts'
import { addStop } from './stop.ts'

export const COMMANDS: readonly AddCommand[] = [addStart, addIngest, addMigrate, addGenerate, addStop]
