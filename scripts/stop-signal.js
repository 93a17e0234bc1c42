import fs from 'node:fs'

/**
 * A signal that is aborted when the process should end: Ctrl-C, SIGTERM, SIGHUP, or when whoever started it has gone.
 * npm passes a Ctrl-C on that the terminal has delivered already, so a second one means nothing.
 * @returns {AbortSignal}
 */
export function stopSignal() {
  const controller = new AbortController()
  const stop = () => controller.abort()
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, stop)
  // The terminal is gone: nobody reads what we print, and the write must not end the clean-up.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', stop)
  const { npm_lifecycle_event: underNpm } = process.env
  if (process.send) process.on('disconnect', stop)
  else if (underNpm) watchNpm(stop)
  return controller.signal
}

const LOOK_MS = 500

/** @param {() => void} stop called once npm has ended without a word */
function watchNpm(stop) {
  const before = npmProcess()
  const timer = setInterval(() => {
    if (npmProcess() === before) return
    clearInterval(timer)
    stop()
  }, LOOK_MS)
  timer.unref()
}

/** npm's process id: our parent, or the parent of the shell that npm runs scripts in and that some shells stay. */
function npmProcess() {
  try {
    const [, name = '', parent = ''] =
      /\((.*)\) \S (\d+) /.exec(fs.readFileSync(`/proc/${process.ppid}/stat`, 'utf8')) ?? []
    return /^(sh|dash|bash)$/.test(name) ? Number(parent) : process.ppid
  } catch {
    return process.ppid
  }
}
