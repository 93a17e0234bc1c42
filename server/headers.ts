import type { StyleSheets } from '#server/style-sheets.ts'

/**
 * What every answer carries. No script source exists: pages have no script (docs/decisions/0001). Of styles, only the
 * build's own sheets, word for word, apply (0015).
 */
const policy = (styles: readonly string[]): string =>
  [
    "default-src 'none'",
    `style-src ${styles.join(' ') || "'none'"}`,
    "img-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const CONSTANT_HEADERS: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
}

/** The headers of every answer of a portal at this origin, name after name and value; HSTS only where it is https. */
export const constantHeaders = (origin: string, styles: Pick<StyleSheets, 'sources'>): readonly string[] =>
  Object.entries({
    'Content-Security-Policy': policy(styles.sources),
    ...CONSTANT_HEADERS,
    ...(origin.startsWith('https:')
      ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }
      : {}),
  }).flat()
