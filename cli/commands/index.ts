import { addCheck } from './check.ts'
import type { AddCommand } from './command.ts'
import { addConfirm } from './confirm.ts'
import { addEvidence } from './evidence.ts'
import { addFriday } from './friday.ts'
import { addGenerate } from './generate.ts'
import { addIngest } from './ingest.ts'
import { addMigrate } from './migrate.ts'
import { addProvision } from './provision.ts'
import { addRecord } from './record.ts'
import { addResolve } from './resolve.ts'
import { addStart } from './start.ts'
import { addStop } from './stop.ts'
import { addTranslations } from './translations.ts'
import { addUpdate } from './update.ts'

export const COMMANDS: readonly AddCommand[] = [
  addStart,
  addIngest,
  addCheck,
  addUpdate,
  addConfirm,
  addFriday,
  addRecord,
  addResolve,
  addEvidence,
  addTranslations,
  addProvision,
  addMigrate,
  addGenerate,
  addStop,
]
