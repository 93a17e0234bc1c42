import { type Environment, readEnvironment } from '#cli/env.ts'
import { PROJECT, STATE_FOLDER } from '#cli/project.ts'

/** Where a command records: the content, and the state of the portal that may show it. */
export interface Workplace {
  readonly environment: Environment
  readonly stateFolder: string
}

/** That of this project. */
export const ownWorkplace = (): Workplace => ({
  environment: readEnvironment(PROJECT),
  stateFolder: STATE_FOLDER,
})
