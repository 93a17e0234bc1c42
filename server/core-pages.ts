import { LOCALES } from '#features/localization/locale-model.ts'
import type { Edition, Editions } from '#server/edition.ts'
import type { PageCache } from '#server/page-cache.ts'
import { type Place, placeOf } from '#server/place.ts'
import type { Portal } from '#server/portal.ts'

/** The pages that are made before anyone asks, and kept whatever else is asked for. */
export interface CorePages {
  readonly places: readonly Place[]
  includes(target: string): boolean
  /** @param paths addresses without the language */
  replace(paths: readonly string[]): void
}

export function createCorePages(): CorePages {
  let places = new Map<string, Place>()
  return {
    get places() {
      return [...places.values()]
    },
    includes: target => places.has(target),
    replace(paths) {
      const everywhere = [...paths, '/not-found'].flatMap(path => LOCALES.map(locale => `/${locale}${path}`))
      const found = everywhere.map(path => placeOf({ path, search: '' })).filter(place => place !== null)
      places = new Map(found.map(place => [place.target, place]))
    },
  }
}

/** Milliseconds before pages that could not be made are tried again. */
const PAUSE = 5000

export interface WarmingOptions {
  readonly core: CorePages
  readonly portal: Portal
  readonly content: PageCache
  readonly editions: Editions
  readonly readCorePaths: () => Promise<readonly string[]>
  readonly onFault: (fault: unknown) => void
}

/** Makes the core pages of each edition, one after the other, behind readers. */
export function createWarming({ core, portal, content, editions, readCorePaths, onFault }: WarmingOptions) {
  let warmed: Edition | null = null
  /** What could be given when all had been gone through. A page that fails by itself does not hold up the others. */
  let promised: readonly string[] = []
  let isBusy = false
  let pausedUntil = 0

  async function warm(edition: Edition): Promise<void> {
    core.replace(await readCorePaths())
    let isWhole = true
    for (const place of core.places) {
      if (editions.current() !== edition) return
      isWhole = (await make(place)) && isWhole
    }
    promised = core.places.map(({ target }) => target).filter(content.has)
    if (isWhole) warmed = edition
    else pausedUntil = Date.now() + PAUSE
  }

  const make = (place: Place): Promise<boolean> =>
    portal.warm(place).then(
      () => true,
      fault => {
        onFault(fault)
        return false
      },
    )

  return {
    /** To be called again and again: leaves off when a newer edition appears, and tries again what failed. */
    async goOn(edition: Edition): Promise<void> {
      if (isBusy || edition === warmed || Date.now() < pausedUntil) return
      isBusy = true
      await warm(edition).catch(onFault)
      isBusy = false
    },
    /** Whether readers would get the core pages, fresh or not; of a newer edition's, once they have been made. */
    isServable: (): boolean => promised.length > 0 && promised.every(content.has),
  }
}
