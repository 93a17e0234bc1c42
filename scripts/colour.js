/** Programs write to a pipe of ours and would not colour what a terminal shows in the end, or colour what a file keeps. */
export const COLOUR = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }
