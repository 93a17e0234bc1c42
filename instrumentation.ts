import type { Instrumentation } from 'next'
import { createLog } from '#server/log.ts'

const log = createLog()

/** The gate answers a failed rendering with what it has kept; the operator needs to know why it failed. */
export const onRequestError: Instrumentation.onRequestError = (fault, _request, { routePath }) => {
  log.error({ err: fault }, `Rendering ${routePath} failed.`)
}
