import type { TextLocale } from '#features/localization/locale-model.ts'

/** A file of the content folder. */
export interface ContentFile {
  /** Where it is on this machine. */
  readonly absolute: string
  /** As its author knows it: relative to the working directory, with `/`. */
  readonly file: string
  /** Relative to the content folder, with `/`. */
  readonly path: string
  /** What it is to be read as, be it what the disk had a moment ago or what is to be written; none: as the disk has it. */
  readonly bytes?: Uint8Array
}

/** A document as the folder shows it, before any of its files is read. */
export interface ContentDocument {
  /** `<category>/…/<slug>` */
  readonly path: string
  readonly category: string
  /** Its texts by language; null for a lone file, whose language stands in its metadata. */
  readonly texts: readonly { readonly locale: TextLocale | null; readonly source: ContentFile }[]
  readonly ledger: ContentFile | null
}
