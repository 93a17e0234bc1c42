/**
 * The parts of the portal that stand whatever its content, in the order of navigation: address without the language, and
 * name of its message in `site`.
 */
export const PARTS = [
  { path: '', name: 'readiness' },
  { path: '/docs', name: 'documents' },
  { path: '/friday', name: 'friday' },
  { path: '/evidence', name: 'evidence' },
  { path: '/changes', name: 'changes' },
] as const

export const PART_PATHS: readonly string[] = PARTS.map(({ path }) => path)

/** Pages that stand beside them: one can come to them from every page. */
export const ASIDE_PATHS: readonly string[] = ['/search', '/glossary']

/** Pages of those who run the portal: what documents lack, what was taken in, who may see what. Others find nothing there. */
export const ADMIN_PATHS: readonly string[] = ['/upkeep', '/ingests', '/access']
