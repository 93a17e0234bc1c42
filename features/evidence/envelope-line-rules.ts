/** As PostgreSQL writes the field; within a string its quotation marks would be escaped. */
const NO_HEADERS = '"headers" : {}, '

/**
 * The line of an envelope without its headers: those are withheld, and the database puts none there, so that the line can be
 * read as a record. Shown, that would say that the record has none.
 */
export const withoutHeaders = (envelope: string): string => envelope.replace(NO_HEADERS, '')
