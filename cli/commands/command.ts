import type { Command } from 'commander'

/** Adds a command to the program. The signal is aborted when the operator interrupts. */
export type AddCommand = (program: Command, signal: AbortSignal) => void
