import type { Instrumentation } from 'next'

/** The gate answers a failed rendering with "unavailable"; the operator needs to know why it failed. */
export const onRequestError: Instrumentation.onRequestError = (fault, request) => {
  console.error(`Rendering ${request.path} failed.`, fault)
}
