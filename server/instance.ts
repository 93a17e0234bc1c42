import type { RequestListener } from 'node:http'
import type { Registry } from 'prom-client'
import { LOCALES } from '#features/localization/locale-model.ts'
import type { Connections, Content } from '#features/portal/edition-queries.ts'
import { createCorePages, createWarming } from '#server/core-pages.ts'
import type { OpenBundleFile } from '#server/download.ts'
import type { Drain } from '#server/drain.ts'
import { contentEditions, dayEditions } from '#server/edition.ts'
import { createGate } from '#server/gate.ts'
import { addGauges } from '#server/gauges.ts'
import type { Logbook } from '#server/logbook.ts'
import { createOffers } from '#server/offer.ts'
import { createPageCache } from '#server/page-cache.ts'
import { absentPlace, unavailablePlace } from '#server/place.ts'
import { createPortal } from '#server/portal.ts'
import { createRenderQueue } from '#server/render-queue.ts'
import type { Render } from '#server/renderer.ts'
import { isSearch } from '#server/search-place.ts'
import type { SignIn } from '#server/sign-in.ts'
import type { StyleSheets } from '#server/style-sheets.ts'
import { type Watch, watchContent } from '#server/watch.ts'

const MEBIBYTE = 1024 * 1024
const STAND_INS = LOCALES.flatMap(locale => [unavailablePlace(locale), absentPlace(locale)])

interface Database {
  readContent(): Promise<Content | null>
  readCorePaths(): Promise<readonly string[]>
  countConnections(): Connections
  openBundleFile: OpenBundleFile
}

export interface InstanceOptions {
  readonly render: Render
  readonly styles: StyleSheets
  /** What it asks the database itself; see features/portal/edition-queries.ts. */
  readonly database: Database
  readonly logbook: Logbook
  readonly registry: Registry
  /** Null where nobody can sign in. */
  readonly signIn: SignIn | null
  readonly origin: string
  /** Headers of every answer, name after name and value. */
  readonly always: readonly string[]
  readonly drain: Pick<Drain, 'isDraining' | 'readinessAsked'>
}

/** One gate with all its parts. It shares nothing with another but the database. */
export interface Instance {
  readonly gate: RequestListener
  readonly watch: Watch
  /** What an operator asks of one instance. */
  details(): object
}

export function createInstance(options: InstanceOptions): Instance {
  const { styles, database, logbook, registry, signIn, origin, always, drain } = options
  const queue = createRenderQueue()
  const core = createCorePages()
  const editions = contentEditions(database.readContent)
  const onFault = (target: string, fault: unknown) =>
    logbook.fault(`No answer could be made for ${core.includes(target) ? target : 'an address'}.`, fault)
  const content = createPageCache({
    editions,
    queue,
    onFault,
    bytes: 64 * MEBIBYTE,
    isCore: core.includes,
    isPassing: isSearch,
  })
  const constant = createPageCache({
    editions: dayEditions(),
    queue,
    onFault,
    bytes: 16 * MEBIBYTE,
    isCore: target => STAND_INS.some(place => place.target === target),
  })
  const offers = createOffers(16 * MEBIBYTE)
  const portal = createPortal({ render: logbook.timed(options.render), styles, content, constant, offers })
  const warming = createWarming({
    core,
    portal,
    content,
    editions,
    readCorePaths: database.readCorePaths,
    onFault: fault => logbook.fault('Not every core page could be made in advance.', fault),
  })
  const isReady = () => !drain.isDraining && warming.isServable()
  const health = { isReady, isDraining: () => drain.isDraining, readinessAsked: drain.readinessAsked }
  addGauges(registry, {
    content,
    constant,
    queue,
    editions,
    countConnections: database.countConnections,
    isReady,
  })
  for (const place of STAND_INS)
    portal.warm(place).catch(fault => logbook.fault('A stand-in could not be made.', fault))
  return {
    gate: createGate({
      portal,
      openBundleFile: database.openBundleFile,
      health,
      logbook,
      signIn,
      origin,
      always,
    }),
    watch: watchContent({
      editions,
      onSight: warming.goOn,
      onLost: fault => logbook.fault('The content cannot be read.', fault),
      onFound: () => logbook.note('The content can be read again.'),
    }),
    details: () => ({
      isReady: isReady(),
      isDraining: drain.isDraining,
      edition: editions.newest,
      cache: { bytes: content.bytes + constant.bytes, answers: content.answers + constant.answers },
      renderings: { running: queue.running, waiting: queue.waiting },
      corePages: core.places.map(({ target }) => ({ path: target, isServable: content.has(target) })),
    }),
  }
}
