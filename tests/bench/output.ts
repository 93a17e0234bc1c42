import path from 'node:path'
import { PROJECT } from '#cli/project.ts'

/** Where a run keeps what it needs; not under git, and made anew each time. */
export const OUTPUT = path.join(PROJECT, 'tests', 'output', 'bench')
