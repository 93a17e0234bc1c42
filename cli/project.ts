import path from 'node:path'

/** The project's folder. Programs may be started from anywhere. */
export const PROJECT = path.dirname(import.meta.dirname)

/** Where the project keeps what is not under git: the embedded database, its port and passwords. */
export const STATE_FOLDER = path.join(PROJECT, '.mza')
