export interface Login {
  readonly user: string
  readonly password: string
}

/**
 * The same database under another login. Put together by hand: URL refuses a login where the host is empty, as in
 * addresses of a Unix socket.
 */
export function asLogin(address: string, { user, password }: Login): string {
  const { protocol, host, pathname, search } = new URL(address)
  return `${protocol}//${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}${pathname}${search}`
}

/** Name of the database in an address; empty where it names none. */
export const databaseName = (address: string): string =>
  decodeURIComponent(new URL(address).pathname.slice(1))

/** Password in an address; empty where there is none. */
export const passwordIn = (address: string): string => decodeURIComponent(new URL(address).password)
