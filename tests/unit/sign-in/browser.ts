/** As much of a browser as signing in needs: cookies of one host, redirects followed one at a time. */
export function openBrowser() {
  const cookies = new Map<string, string>()

  function take(setCookies: readonly string[]): void {
    for (const cookie of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(cookie)) cookies.delete(name)
      else cookies.set(name, value)
    }
  }

  return {
    cookies,
    take,
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    async visit(address: string) {
      const answer = await fetch(address, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      })
      take(answer.headers.getSetCookie())
      const { status, headers } = answer
      const location = headers.get('location')
      return {
        status,
        headers,
        location: location && new URL(location, address).href,
        body: await answer.text(),
      }
    },
  }
}
