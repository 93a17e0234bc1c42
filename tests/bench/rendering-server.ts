import { createServer } from 'node:http'
import path from 'node:path'
import pino from 'pino'
import { Registry } from 'prom-client'
import { PROJECT } from '#cli/project.ts'
import { readContent } from '#features/portal/edition-queries.ts'
import { contentEditions } from '#server/edition.ts'
import { gateEnvironment } from '#server/env.ts'
import { createGate } from '#server/gate.ts'
import { constantHeaders } from '#server/headers.ts'
import { LIMITS } from '#server/limits.ts'
import { createLogbook } from '#server/logbook.ts'
import { createOffers } from '#server/offer.ts'
import { openSignIn } from '#server/open-sign-in.ts'
import { createPortal } from '#server/portal.ts'
import { createRenderQueue } from '#server/render-queue.ts'
import { createRenderer } from '#server/renderer.ts'
import { readStyleSheets } from '#server/style-sheets.ts'
import { forgetful } from '#tests/bench/forgetful.ts'
import { SIGN_IN } from '#tests/setup/session.ts'

// The gate as in server/instance.ts, with a cache that keeps nothing: every request pays for what a miss costs. The
// product has no switch for that, and addresses never seen (`?asOf=`) would soon run out and show other pages.
const { host, port, origin } = gateEnvironment()
const logbook = createLogbook(pino({ level: 'error' }), new Registry())
const pages = forgetful(contentEditions(readContent), createRenderQueue())
const render = logbook.timed(await createRenderer(PROJECT, origin))
const styles = readStyleSheets(path.join(PROJECT, '.next'))
const always = constantHeaders(origin, styles)
const portal = createPortal({ render, styles, content: pages, constant: pages, offers: createOffers(1) })
const signIn = openSignIn(SIGN_IN, origin, logbook)
const health = { isReady: () => true, isDraining: () => false, readinessAsked: () => {} }
createServer(
  LIMITS,
  createGate({ portal, openBundleFile: async () => null, health, logbook, signIn, origin, always }),
).listen(port, host)
