import type { Diagnostic } from '#features/diagnostic/diagnostic-model.ts'
import type { ContentFile } from '#features/document/content-model.ts'
import { readContentFile } from '#features/document/file-ingest.ts'
import { readYaml } from '#features/document/yaml-rules.ts'
import { glossarySchema, type Term } from '#features/glossary/glossary-model.ts'

/** The terms of `glossary.yaml`, in its order; none where there is no such file, or none that can be read. */
export async function readGlossary(
  files: readonly ContentFile[],
): Promise<{ terms: readonly Term[]; diagnostics: readonly Diagnostic[] }> {
  const source = files.find(({ path }) => path === 'glossary.yaml')
  if (!source) return { terms: [], diagnostics: [] }
  const { text, diagnostics } = await readContentFile(source)
  if (text === null) return { terms: [], diagnostics }
  const read = readYaml(source.file, text, glossarySchema)
  return { terms: read.value?.terms ?? [], diagnostics: [...diagnostics, ...read.diagnostics] }
}
