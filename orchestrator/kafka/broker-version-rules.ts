/** The first level of the feature `metadata.version` that each release of Apache Kafka brought (MetadataVersion). */
const RELEASES = [
  [7, '3.3'],
  [8, '3.4'],
  [9, '3.5'],
  [12, '3.6'],
  [15, '3.7'],
  [20, '3.8'],
  [21, '3.9'],
  [22, '4.0'],
  [26, '4.1'],
  [28, '4.2'],
  [30, '4.3'],
  [31, '4.4'],
] as const
/** The last level known here; a higher one is of a later release. */
const LAST = 33

/**
 * The release of a broker, which no request tells, from the highest `metadata.version` that it supports.
 * @param level null: it names none, as brokers without KRaft
 */
export function brokerVersion(level: number | null): string {
  if (level === null) return 'unknown'
  const release = RELEASES.findLast(([first]) => first <= level)
  return release && level <= LAST ? release[1] : `unknown (metadata.version ${level})`
}
