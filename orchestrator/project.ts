import path from 'node:path'

/** The project's folder. Programs may be started from anywhere. */
export const PROJECT = path.dirname(import.meta.dirname)
