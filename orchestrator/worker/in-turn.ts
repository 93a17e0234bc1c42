/** Does tasks one after another, in the order in which they are given. Where one fails, so do those behind it. */
export function createTurns(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return task => {
    const done = last.then(task)
    last = done
    // Whoever gave the task is told; nobody else is.
    done.catch(() => {})
    return done
  }
}
