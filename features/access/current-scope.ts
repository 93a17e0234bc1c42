import { cache } from 'react'
import { givenScope } from '#features/access/as-scope.ts'
import { parseReader, READER_HEADER } from '#features/access/reader-header-model.ts'
import type { Scope } from '#features/access/scope-model.ts'

const scopeOfRequest = cache(async (): Promise<Scope> => {
  // Not at the top: the gate has this module before Next has made what its own needs. With its ending: Node knows no other.
  const { headers } = await import('next/headers.js')
  return parseReader((await headers()).get(READER_HEADER))?.scope ?? 'guest'
})

/**
 * The scope of whoever is asking: the one that work was given (as-scope.ts), else of the reader that the gate read in the
 * session. Throws where nobody is asking: nothing is read by a scope that nobody chose.
 */
export const currentScope = async (): Promise<Scope> => givenScope() ?? scopeOfRequest()
