import { forEachScope, type ViewUrls } from '#features/access/view-urls-model.ts'

/** The same database by way of another port, behind which something stands in between. */
export const atPort = (urls: ViewUrls, port: number): ViewUrls =>
  forEachScope(scope => {
    const url = new URL(urls[scope])
    url.port = String(port)
    return url.href
  })
