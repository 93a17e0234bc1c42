import { type RoleHolders, roleHoldersOf, roleHoldersSchema } from '#features/access/role-holder-model.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { type CategoryPolicy, categoriesSchema } from '#features/document/category-model.ts'
import type { ContentDocument, ContentFile } from '#features/document/content-model.ts'
import { readContentFile } from '#features/document/file-ingest.ts'
import { readYaml } from '#features/document/yaml-rules.ts'

const MISSING: Rule = {
  code: 'categories-missing',
  severity: 'error',
  mend: 'Write categories.yaml with the policy of each category.',
}
const UNKNOWN: Rule = {
  code: 'category-unknown',
  severity: 'error',
  mend: 'Add the category to categories.yaml, or move the documents.',
}

const named = (files: readonly ContentFile[], name: string) => files.find(file => file.path === name)

/** Who holds which roles, by git e-mail address; nobody where there is no `roles.yaml`, or none that can be read. */
export async function readRoleHolders(files: readonly ContentFile[]): Promise<{
  holders: RoleHolders
  diagnostics: readonly Diagnostic[]
}> {
  const source = named(files, 'roles.yaml')
  if (!source) return { holders: new Map(), diagnostics: [] }
  const { text, diagnostics } = await readContentFile(source)
  if (text === null) return { holders: new Map(), diagnostics }
  const read = readYaml(source.file, text, roleHoldersSchema)
  const holders: RoleHolders = read.value ? roleHoldersOf(read.value) : new Map()
  return { holders, diagnostics: [...diagnostics, ...read.diagnostics] }
}

/** Reads `categories.yaml`, and holds `roles.yaml` against its form: it is not projected. */
export async function readPolicies(
  folder: string,
  files: readonly ContentFile[],
): Promise<{ categories: readonly CategoryPolicy[] | null; diagnostics: Diagnostic[] }> {
  const roles = await readRoleHolders(files)
  const diagnostics = [...roles.diagnostics]
  const source = named(files, 'categories.yaml')
  if (!source) {
    const place = { file: `${folder}/categories.yaml`, line: 1, column: 1 }
    diagnostics.push(report(MISSING, place, 'expected the policy of the categories, found no file'))
    return { categories: null, diagnostics }
  }
  const { text, diagnostics: found } = await readContentFile(source)
  const read = text === null ? null : readYaml(source.file, text, categoriesSchema)
  diagnostics.push(...found, ...(read?.diagnostics ?? []))
  return { categories: read?.value?.categories ?? null, diagnostics }
}

/** The documents of categories without a policy. */
export function checkCategories(
  categories: readonly CategoryPolicy[],
  documents: readonly ContentDocument[],
): Diagnostic[] {
  const known = new Set(categories.map(category => category.code))
  return documents
    .filter(document => !known.has(document.category))
    .map(({ category, texts: [first] }) => {
      const place = { file: first?.source.file ?? category, line: 1, column: 1 }
      return report(UNKNOWN, place, `expected one of ${[...known].join(', ')}, found ${category}`)
    })
}
