/** The shapes in which CVE-2025-29927 was published: what it named was once believed to be the renderer's own word. */
const SUBREQUESTS = [
  'pages/_middleware',
  'middleware',
  'src/middleware',
  Array(5).fill('middleware').join(':'),
  Array(5).fill('src/middleware').join(':'),
]

const TREE = encodeURIComponent(JSON.stringify(['', { children: ['__PAGE__', {}] }, null, null, true]))

/** As the gate would tell the renderer of an administrator. */
const READER = { scope: 'admin', roles: ['GOVERNANCE_ADMIN'], name: 'nobody', exit: 'x'.repeat(22) }
const ADMIN = encodeURIComponent(JSON.stringify(READER))
/** The same, through a guest's eyes. */
const AS_GUEST = encodeURIComponent(JSON.stringify({ ...READER, viewAs: 'guest' }))

/** Headers by which the renderer talks to its own scripts and to its own other parts. */
const OF_THE_RENDERER: Readonly<Record<string, readonly string[]>> = {
  RSC: ['1'],
  'Next-Router-Prefetch': ['1', '2'],
  'Next-Router-State-Tree': [TREE, '%'],
  'Next-Router-Segment-Prefetch': ['/_tree', '/_index', '/../..'],
  'Next-Url': ['/ka', '/en/docs'],
  'Next-Action': ['a'.repeat(40), 'x'],
  'Next-HMR-Refresh': ['1'],
  'Next-Resume': ['1'],
  'Next-Test-Fetch-Priority': ['high'],
  'x-action-revalidated': ['[[],1,0]'],
  'x-middleware-subrequest': SUBREQUESTS,
  'x-middleware-subrequest-id': ['1'],
  'x-middleware-prefetch': ['1'],
  'x-middleware-rewrite': ['/api/v1/checklists', 'http://127.0.0.1:1/'],
  'x-middleware-redirect': ['https://elsewhere.example/'],
  'x-middleware-next': ['1'],
  'x-middleware-skip': ['1'],
  'x-middleware-cache': ['no-cache'],
  'x-middleware-invoke': ['1'],
  'x-middleware-set-cookie': ['a=b; Path=/'],
  'x-middleware-override-headers': ['cookie,host'],
  'x-middleware-request-host': ['elsewhere.example'],
  'x-matched-path': ['/_not-found', '/[locale]/docs', '/../../etc/passwd'],
  'x-now-route-matches': ['1=en', 'nxtPlocale=en'],
  'x-invoke-path': ['/_error', '/en'],
  'x-invoke-status': ['500'],
  'x-invoke-query': ['%7B%22nxtPlocale%22%3A%22en%22%7D'],
  'x-invoke-error': ['%7B%22message%22%3A%22x%22%7D'],
  'x-invoke-output': ['/_error'],
  'x-nextjs-data': ['1'],
  'x-nextjs-postponed': ['1'],
  'x-nextjs-request-id': ['x'],
  'x-nextjs-html-request-id': ['x'],
  'x-next-resume-state-length': ['4'],
  'x-next-cache-tags': ['_N_T_/layout'],
  'x-next-revalidated-tags': ['_N_T_/layout'],
  'x-next-revalidate-tag-token': ['x'],
  'x-prerender-revalidate': ['x'],
  'x-prerender-revalidate-if-generated': ['1'],
  'x-vercel-id': ['x'],
  'x-next-intl-locale': ['en'],
  'x-mza-address': ['/en/docs', 'https://elsewhere.example/', '//elsewhere.example', '%', '"'],
  'x-mza-reader': [ADMIN, AS_GUEST, JSON.stringify(READER), '%', '{}', 'null'],
  Cookie: [
    '__prerender_bypass=1',
    '__prerender_bypass=1; __next_preview_data=x',
    'NEXT_LOCALE=en',
    'next-instant-navigation-testing=1',
    '__Host-mza-session=x',
    '__proto__=1; =; ;;',
  ],
  Accept: ['text/x-component', 'application/json', 'text/html;q=0', 'image/webp'],
}

/** Headers by which proxies tell whom they speak for, and by which some servers let themselves be told otherwise. */
const OF_PROXIES: Readonly<Record<string, readonly string[]>> = {
  'X-Forwarded-Host': ['elsewhere.example'],
  'X-Forwarded-Proto': ['https', 'javascript'],
  'X-Forwarded-For': ['127.0.0.1', '::1, 10.0.0.1'],
  'X-Forwarded-Port': ['443'],
  'X-Forwarded-Prefix': ['/elsewhere'],
  'X-Forwarded-Server': ['elsewhere.example'],
  'X-Forwarded-Uri': ['/en'],
  Forwarded: ['for=127.0.0.1;host=elsewhere.example;proto=https'],
  'X-Host': ['elsewhere.example'],
  'X-Original-Host': ['elsewhere.example'],
  'X-Original-URL': ['/en/docs', '/admin'],
  'X-Rewrite-URL': ['/en/docs'],
  'X-Real-IP': ['127.0.0.1'],
  'X-HTTP-Method-Override': ['POST', 'DELETE'],
  'X-HTTP-Method': ['PUT'],
  'X-Method-Override': ['PATCH'],
  'X-Sendfile-Type': ['X-Accel-Redirect'],
  Via: ['1.1 elsewhere'],
  Authorization: ['Basic YTpi', 'Bearer x'],
  'Proxy-Authorization': ['Basic YTpi'],
}

/** Headers of browsers that ask for something else than the whole page, or say something about themselves. */
const OF_READERS: Readonly<Record<string, readonly string[]>> = {
  'Content-Security-Policy': ["script-src 'nonce-abc'"],
  'Content-Security-Policy-Report-Only': ["script-src 'nonce-abc'"],
  'X-Nonce': ['abc'],
  'Content-Type': ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'],
  Range: ['bytes=0-0', 'bytes=-1', 'bytes=5-1,7-'],
  'If-Range': ['"x"'],
  'If-Match': ['"x"'],
  'If-None-Match': ['"x"', 'W/"x"', ','],
  'If-Modified-Since': ['Fri, 01 Jan 2100 00:00:00 GMT'],
  'If-Unmodified-Since': ['Thu, 01 Jan 1970 00:00:00 GMT'],
  Expect: ['100-continue', 'something-else'],
  TE: ['trailers', 'deflate;q=0.5'],
  Purpose: ['prefetch'],
  'Sec-Purpose': ['prefetch;prerender'],
  'X-Moz': ['prefetch'],
  'Service-Worker': ['script'],
  'Sec-Fetch-Dest': ['script', 'empty'],
  'Sec-Fetch-Site': ['cross-site'],
  'Sec-WebSocket-Key': ['dGhlIHNhbXBsZSBub25jZQ=='],
  'HTTP2-Settings': ['AAMAAABkAAQAAP__'],
  Origin: ['https://elsewhere.example', 'null'],
  Referer: ['https://elsewhere.example/'],
  'Access-Control-Request-Method': ['DELETE'],
  'Cache-Control': ['no-cache', 'only-if-cached, max-stale'],
  Pragma: ['no-cache'],
  'User-Agent': ['Googlebot/2.1', ''],
  'Upgrade-Insecure-Requests': ['1'],
  'Save-Data': ['on'],
  'Accept-Charset': ['utf-16'],
  'X-Requested-With': ['XMLHttpRequest'],
  Traceparent: ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'],
  Baggage: ['a=b'],
  __proto__x: ['1'],
  constructor: ['1'],
}

/** One header at a time that must not change what a reader gets. */
export const HOSTILE_HEADERS: readonly Record<string, string>[] = [
  OF_THE_RENDERER,
  OF_PROXIES,
  OF_READERS,
].flatMap(group =>
  Object.entries(group).flatMap(([name, values]) =>
    values.map((value): Record<string, string> => ({ [name]: value })),
  ),
)
