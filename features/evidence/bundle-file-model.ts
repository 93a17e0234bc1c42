/** A file of a bundle, byte for byte as its producer wrote it. */
export interface BundleFile {
  readonly name: string
  /** Media type. */
  readonly type: string
  readonly bytes: number
  /** Hexadecimal. */
  readonly sha256: string
  /** Its bytes, some at a time. Rejects while the database is down. */
  read(): AsyncIterable<Buffer>
}

/** The name under which a bundle keeps what it says of itself. */
export const MANIFEST_NAME = 'run.json'
