import type { RequestListener } from 'node:http'
import inject from 'light-my-request'
import pino from 'pino'
import { Registry } from 'prom-client'
import { expect, vi } from 'vitest'
import type { Reader } from '#features/access/reader-model.ts'
import { createSeal } from '#features/access/seal.ts'
import { SESSION_COOKIE } from '#server/cookies.ts'
import { createInstance } from '#server/instance.ts'
import { createLogbook } from '#server/logbook.ts'
import type { Rendering } from '#server/renderer.ts'
import { createSignIn } from '#server/sign-in.ts'

const ORIGIN = 'http://127.0.0.1:3000'
const EXIT = 'x'.repeat(22)
/** Text as long as that of a page, so that compressing it is worth it. */
const LONG = 'სიტყვები '.repeat(200)

const typeOf = (target: string): string => {
  if (target.startsWith('/api/')) return 'application/json'
  if (/^\/(?:twins|feeds|calendar|badge|llms|robots|sitemap)/.test(target)) return 'text/plain; charset=utf-8'
  return 'text/html; charset=utf-8'
}

const rendering = (target: string, reader?: Reader): Rendering => {
  const who = reader ? `${reader.name} as ${reader.scope}` : 'a guest'
  return {
    status: target.includes('absent-thing') || target.includes('not-found') ? 404 : 200,
    type: typeOf(target),
    location: null,
    cacheControl: null,
    disposition: null,
    body: Buffer.from(
      `<!DOCTYPE html><html><head></head><body><main>${target} for ${who} ${LONG}</main></body></html>`,
    ),
  }
}

/** A gate with its real caches, queue and sign-in before a renderer that says whom it renders for, and a database. */
export async function openSmallInstance() {
  const seal = createSeal({ keys: ['k'.repeat(32)], purpose: 'test' })
  const state = { isDown: false, rendered: [] as string[], logged: '' }
  const unlessDown = <T>(value: T) =>
    state.isDown ? Promise.reject(new Error('no database')) : Promise.resolve(value)
  const registry = new Registry()
  const log = pino(
    { base: null },
    {
      write: line => {
        state.logged += line
      },
    },
  )
  const file = {
    name: 'a.jsonl',
    type: 'application/x-ndjson',
    bytes: 5,
    sha256: 'ab'.repeat(32),
    async *read() {
      yield Buffer.from('line\n')
    },
  }
  const instance = createInstance({
    origin: ORIGIN,
    always: [],
    styles: { textAt: () => undefined, sources: [] },
    async render(target, reader) {
      state.rendered.push(target)
      return /unavailable|absent$/.test(target)
        ? rendering(target, reader)
        : unlessDown(rendering(target, reader))
    },
    database: {
      readContent: () => unlessDown({ revision: 'a', ingestedAt: new Date(0) }),
      readCorePaths: () => unlessDown(['']),
      countConnections: () => ({ open: 1, idle: 1, waiting: 0 }),
      openBundleFile: async (_environment, _run, name) => unlessDown(name === file.name ? file : null),
    },
    logbook: createLogbook(log, registry),
    registry,
    signIn: createSignIn({
      issuer: { depart: async () => 'unreachable', arrive: async () => 'used' },
      sessions: seal,
      logins: seal,
      origin: ORIGIN,
      note: () => {},
    }),
    drain: { isDraining: false, readinessAsked() {} },
  })
  await vi.waitFor(() => expect(instance.details()).toMatchObject({ isReady: true }), { timeout: 30_000 })
  return {
    state,
    seal,
    instance,
    registry,
    exit: EXIT,
    ask: (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
      inject(instance.gate as RequestListener, {
        method,
        url,
        headers: { host: '127.0.0.1:3000', ...headers },
      }),
    /** The cookie of somebody who has signed in. */
    as: async (name: string, roles: readonly string[] = ['SRE_LEAD'], seconds = 60, more: object = {}) => ({
      cookie: `${SESSION_COOKIE}=${await seal.close({ roles, name, exit: EXIT, ...more }, seconds)}`,
    }),
    close: () => instance.watch.stop(),
  }
}

export type SmallInstance = Awaited<ReturnType<typeof openSmallInstance>>
