import { headers } from 'next/headers'
import { parseReader, READER_HEADER } from '#features/access/reader-header-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'
import { gateEnvironment } from '#server/env.ts'

/** Who looks at a page, as the gate read it in their session. */
export const whoLooks = async (): Promise<Pick<PageContext, 'reader' | 'canSignIn'>> => ({
  reader: parseReader((await headers()).get(READER_HEADER)),
  canSignIn: gateEnvironment().signIn !== null,
})
