/** Of `run.json` and of each file that it names, in bytes. A large run splits its files. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024
export const MAX_MANIFEST_BYTES = 1024 * 1024
/** Of a record's line, its line end not counted, in bytes of UTF-8. */
export const MAX_LINE_BYTES = 64 * 1024
/** Objects and arrays within one another, the outermost counted. */
export const MAX_DEPTH = 16
export const MAX_FILES = 1000
export const MAX_TOPICS = 64
/** The checks hold the records of one intent at a time. */
export const MAX_RECORDS_PER_INTENT = 10_000
/** Of the lines of these together, their line ends not counted, in bytes of UTF-8. */
export const MAX_INTENT_BYTES = 16 * 1024 * 1024
/** Of boundary, topic and partition together. */
export const MAX_LANES = 10_000
/** Of a run, in one table that leaves the portal. */
export const MAX_CSV_RECORDS = 10_000
