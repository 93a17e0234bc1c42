import path from 'node:path'
import { STATE_FOLDER } from '#cli/project.ts'

/** The broker of `npm run kafka:up`: its data, properties, log and process id. */
export const BROKER_FOLDER = path.join(STATE_FOLDER, 'kafka', 'broker')

/** The broker's published jars, one copy for development and tests. */
export const JARS_FOLDER = path.join(STATE_FOLDER, 'kafka', 'jars')

/** Where a broker is looked for first: Kafka's own port. */
export const USUAL_PORT = 9092
