/** Name of the meta element by which a page tells the gate its HTTP status; it never reaches a reader. */
export const STATUS_META = 'mza-status'
