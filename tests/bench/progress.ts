const since = performance.now()

/** Says on standard error what is being done; standard output is for figures. */
export function progress(text: string): void {
  const seconds = ((performance.now() - since) / 1000).toFixed(0).padStart(3)
  process.stderr.write(`${seconds} s  ${text}\n`)
}
