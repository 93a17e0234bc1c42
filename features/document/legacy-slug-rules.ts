/** The `doc` parameter by which the older portal addressed a document. */
export const legacySlugOf = (path: string): string => `docs/${path}.md`.toLowerCase().replace(/[/_.]/g, '-')
