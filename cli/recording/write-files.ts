import { randomBytes } from 'node:crypto'
import { type FileHandle, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { PlannedFile } from '#features/checklist/recording-model.ts'
import { Failure } from '#scripts/failure.js'

interface Draft {
  readonly planned: PlannedFile
  /** The new bytes, safe on the disk, under a name that ingest passes over. */
  readonly file: string
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function bytesOf(absolute: string): Promise<Buffer | null> {
  try {
    return await readFile(absolute)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Whose a file is, and who may do what with it. */
interface Ownership {
  readonly uid: number
  readonly gid: number
  /** Null: as files are made. */
  readonly mode: number | null
}

/** Where the system lets it: only an administrator gives files away, others' new files stay their own. */
async function giveTo(handle: FileHandle, { uid, gid }: Ownership): Promise<void> {
  const made = await handle.stat()
  if (made.uid === uid && made.gid === gid) return
  await handle.chown(uid, gid).catch(() => {})
}

async function writeDraft(absolute: string, bytes: Uint8Array): Promise<string> {
  const ownership = await ownershipOf(absolute)
  const draft = path.join(
    path.dirname(absolute),
    `.${path.basename(absolute)}.${randomBytes(6).toString('hex')}`,
  )
  const handle = await open(draft, 'wx', ownership.mode ?? 0o666)
  try {
    await handle.writeFile(bytes)
    await giveTo(handle, ownership)
    if (ownership.mode !== null) await handle.chmod(ownership.mode)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return draft
}

async function refuseIfChanged({ source, before }: PlannedFile): Promise<void> {
  const now = await bytesOf(source.absolute)
  const isSame = before === null ? now === null : now?.equals(before) === true
  if (isSame) return
  throw new Failure(
    `${source.file} was changed while this command ran; no file is written`,
    'Run the command again: it starts from what stands there now.',
  )
}

async function putBack({ source, before }: PlannedFile): Promise<void> {
  if (before === null) await rm(source.absolute, { force: true })
  else await rename(await writeDraft(source.absolute, before), source.absolute)
}

/** @throws {Failure} that names what could not be put back */
async function putAllBack(done: readonly PlannedFile[], cause: unknown): Promise<void> {
  const left: string[] = []
  for (const planned of done) await putBack(planned).catch(() => left.push(planned.source.file))
  if (left.length === 0) return
  throw new Failure(
    `not every file could be written, and these could not be put back: ${left.join(', ')}`,
    'Restore them with git before you run the command again.',
    cause,
  )
}

/** Of the file that is to be replaced; where there is none yet, the owner is that of its folder. */
async function ownershipOf(absolute: string): Promise<Ownership> {
  try {
    const { uid, gid, mode } = await stat(absolute)
    return { uid, gid, mode: mode & 0o777 }
  } catch (error) {
    if (!isMissing(error)) throw error
    const { uid, gid } = await stat(path.dirname(absolute))
    return { uid, gid, mode: null }
  }
}

/** So that the new names outlive a power cut too. Not every system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

/**
 * Writes files, all or none of them, each at once with all it holds.
 * @throws {Failure} where one is no longer what the plan was made of
 * @throws {Error} of the file system; what had been written is put back
 */
export async function writeFiles(files: readonly PlannedFile[]): Promise<void> {
  const drafts: Draft[] = []
  const done: PlannedFile[] = []
  try {
    for (const planned of files) {
      const { absolute } = planned.source
      drafts.push({ planned, file: await writeDraft(absolute, planned.after) })
    }
    for (const planned of files) await refuseIfChanged(planned)
    for (const { planned, file } of drafts) {
      await rename(file, planned.source.absolute)
      done.push(planned)
    }
  } catch (error) {
    await putAllBack(done, error)
    throw error
  } finally {
    for (const { file } of drafts) await rm(file, { force: true })
  }
  for (const folder of new Set(files.map(({ source }) => path.dirname(source.absolute))))
    await syncFolder(folder)
}
