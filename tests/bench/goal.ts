/** What the project wants of a figure, and whether it is so. */
export interface Goal {
  readonly wanted: string
  readonly found: string
  readonly isMet: boolean
}

export const bytes = (count: number): string => `${(count / 1000).toFixed(1)} kB`
export const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 2 : 0)} ×`
