const LOCAL = ['localhost', '127.0.0.1', '[::1]']

/**
 * Whether a request asks for a name that the service goes by. On the loopback address others are refused, so that a
 * page whose name leads to this machine cannot reach it.
 * @param names null: on the loopback address its own, elsewhere any
 */
export function isOwnHost(
  host: string | undefined,
  names: readonly string[] | null,
  isLocal: boolean,
): boolean {
  if (!names && !isLocal) return true
  const name = (host ?? '').toLowerCase().replace(/:\d+$/, '')
  return (names ?? []).includes(name) || (isLocal && LOCAL.includes(name))
}
