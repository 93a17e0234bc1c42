import fs from 'node:fs'
import path from 'node:path'

/** What a build says of itself in its manifests, by what the portal promises not to have. */
export interface Promises {
  /** Names of the Server Actions that it would answer to. */
  readonly serverActions: readonly string[]
  /** Whether it would make pictures to order, under `/_next/image`. */
  readonly makesPictures: boolean
  /** Whether it names its own maker in `X-Powered-By`. */
  readonly namesItsMaker: boolean
  readonly browserSourceMaps: boolean
  /** Files for readers that are a source map or name one. */
  readonly sourceMaps: readonly string[]
  /** Addresses that it rewrites to others, and programs that it runs in front of its pages. */
  readonly detours: readonly string[]
}

/** What the portal promises of every build. */
export const KEPT_PROMISES: Promises = {
  serverActions: [],
  makesPictures: false,
  namesItsMaker: false,
  browserSourceMaps: false,
  sourceMaps: [],
  detours: [],
}

const read = (...parts: string[]) => JSON.parse(fs.readFileSync(path.join(...parts), 'utf8'))

const filesIn = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))

/** Reads the manifests of a build. @param folder the `.next` of a project */
export function promisesOf(folder: string): Promises {
  const { config } = read(folder, 'required-server-files.json')
  const { images } = read(folder, 'images-manifest.json')
  const { rewrites } = read(folder, 'routes-manifest.json')
  const { middleware, functions } = read(folder, 'server', 'middleware-manifest.json')
  return {
    serverActions: filesIn(path.join(folder, 'server'))
      .filter(file => path.basename(file) === 'server-reference-manifest.json')
      .flatMap(file => {
        const { node, edge } = read(file)
        return [...Object.keys(node), ...Object.keys(edge)]
      }),
    makesPictures: !images.unoptimized,
    namesItsMaker: config.poweredByHeader,
    browserSourceMaps: config.productionBrowserSourceMaps,
    sourceMaps: filesIn(path.join(folder, 'static')).filter(
      file => file.endsWith('.map') || fs.readFileSync(file, 'latin1').includes('sourceMappingURL'),
    ),
    detours: [rewrites, middleware, functions].flatMap(each => Object.values(each).flat()).map(String),
  }
}
