import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { ReadDocument } from '#features/document/read-model.ts'

const PATH: Rule = {
  code: 'document-twice',
  severity: 'error',
  mend: 'Keep the folder or the lone file, not both.',
}
const ID: Rule = {
  code: 'document-id-twice',
  severity: 'error',
  mend: 'Give each document an id of its own.',
}

/** Documents that share an address or an id. */
export function checkIdentities(documents: readonly ReadDocument[]): Diagnostic[] {
  const first = new Map<string, string>()
  return documents.flatMap(({ found, authoritative }) => {
    const { file } = authoritative.source
    const id = authoritative.facts.metadata.documentId
    const names = [
      { rule: PATH, name: found.path, key: `path ${found.path}` },
      ...(id === null ? [] : [{ rule: ID, name: id, key: `id ${id}` }]),
    ]
    return names.flatMap(({ rule, name, key }) => {
      const other = first.get(key)
      if (other === undefined) first.set(key, file)
      return other === undefined
        ? []
        : [report(rule, { file, line: 1, column: 1 }, `expected ${name} once, found it also in ${other}`)]
    })
  })
}
