import type { Logbook } from '#server/logbook.ts'

/**
 * What becomes of a mistake that nobody caught. The renderer's library has listeners of its own, which go on whatever
 * happened; ours say it, and end the process where its state can no longer be trusted.
 */
export function takeUncaught(logbook: Logbook): void {
  process.removeAllListeners('uncaughtException').removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', fault => logbook.fault('Unhandled rejection.', fault))
  process.on('uncaughtException', fault => {
    logbook.fault('Uncaught exception.', fault)
    process.exit(1)
  })
}
