/**
 * A signal that is aborted when nothing was touched for so long.
 * @param seconds undefined: never
 */
export function idleSignal(seconds: number | undefined) {
  const controller = new AbortController()
  const timer = seconds === undefined ? undefined : setTimeout(() => controller.abort(), seconds * 1000)
  return {
    signal: controller.signal,
    touch: () => void timer?.refresh(),
    stop: () => clearTimeout(timer),
  }
}
