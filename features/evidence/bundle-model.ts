import type { Environment } from '#features/evidence/environment-model.ts'
import type { Run } from '#features/evidence/run-model.ts'

/** A bundle's folder as it lies on the disk, its run.json read. */
export interface Bundle {
  /** Of the folder, on this machine. */
  readonly absolute: string
  /** Of the folder as its producer knows it, with `/`. */
  readonly file: string
  readonly environment: Environment
  readonly run: Run
  /** run.json, byte for byte. */
  readonly manifest: string
  /** sha-256 of run.json, hexadecimal. */
  readonly hash: string
}
