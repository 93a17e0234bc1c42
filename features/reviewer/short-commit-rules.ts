/** As much of a commit id as people write. */
export const shortCommit = (commit: string): string => commit.slice(0, 10)
