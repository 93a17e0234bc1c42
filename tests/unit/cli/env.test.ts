import { describe, expect, it } from 'vitest'
import { parseEnvironment } from '#cli/env.ts'
import { Failure } from '#scripts/failure.js'

const parse = (variables: Record<string, string>) => parseEnvironment(variables, '/project')

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(parse({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      opsPort: null,
      viewConnections: null,
      origin: 'http://127.0.0.1:3000',
      databaseUrl: null,
      contentFolder: '/project/content',
      contentUrl: null,
      evidenceFolder: '/project/evidence',
      issuer: null,
      sessionKeys: null,
      isForThisMachine: true,
    })
  })

  it('takes an empty variable for none', () => {
    expect(parse({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: null })
  })

  it('lets the origin follow the port, unless one is given', () => {
    expect(parse({ PORT: '8080' }).origin).toBe('http://127.0.0.1:8080')
    expect(parse({ PORT: '8080', MZA_ORIGIN: 'https://mza.example/' }).origin).toBe('https://mza.example')
  })

  it('names every problem at once', () => {
    const variables = {
      PORT: '0',
      HOST: 'no such',
      MZA_ORIGIN: 'https://mza.example/path',
      DATABASE_URL: 'mysql://h/d',
      MZA_CONTENT_URL: 'javascript:alert(1)',
    }
    expect(() => parse(variables)).toThrow(
      /PORT: .*\n.*HOST: .*\n.*MZA_ORIGIN: .*\n.*DATABASE_URL: .*\n.*MZA_CONTENT_URL: /,
    )
  })

  it.each(['three', '1.5', '-1', '65536', '0x10x'])('refuses %s for a port', PORT => {
    expect(() => parse({ PORT })).toThrow(Failure)
  })

  it.each(['none', '0', '101', '2.5'])('refuses %s connections', MZA_VIEW_CONNECTIONS => {
    expect(() => parse({ MZA_VIEW_CONNECTIONS })).toThrow(Failure)
    expect(parse({ MZA_VIEW_CONNECTIONS: '2' }).viewConnections).toBe(2)
  })
})
