import fs from 'node:fs'
import { startPortal } from '#tests/setup/portal.ts'
import { SIGN_IN } from '#tests/setup/session.ts'
import { Canaries } from './canaries.ts'
import { plantContent } from './content.ts'
import { plantEvidence } from './evidence.ts'
import { cookiesAt } from './readers.ts'

/**
 * A portal with canaries in all that it has, and readers of each scope.
 * @param viewConnections of each scope's pool; null: as many as it has of itself
 */
export async function startPlantedPortal(adminUrl: string, viewConnections: number | null = null) {
  const canaries = new Canaries()
  const { content, documents } = plantContent(canaries)
  const { folder, runs } = plantEvidence(canaries)
  const remove = () => {
    content.remove()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    const folders = { content: content.folder, evidence: folder }
    const { origin, gate } = await startPortal(adminUrl, folders, null, async () => SIGN_IN, viewConnections)
    const cookies = await cookiesAt(origin)
    return { origin, canaries, documents, runs, cookies, close: () => gate.stop().finally(remove) }
  } catch (error) {
    remove()
    throw error
  }
}

export type PlantedPortal = Awaited<ReturnType<typeof startPlantedPortal>>
