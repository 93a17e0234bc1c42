import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksSecret } from '#features/evidence/secret-rules.ts'

/** Keys of envelopes, payloads, DLQ records and headers. */
const ORDINARY_KEYS = [
  'intentId',
  'eventId',
  'key',
  'mintId',
  'tokenId',
  'contentHash',
  'producer',
  'occurredAt',
  'sourceTopic',
  'reason',
  'x-intent-id',
  'traceparent',
  'passwordless',
  'secretary',
  'keyId',
] as const

const SECRET_KEYS = [
  'password',
  'PASSWORD',
  'dbPassword',
  'KAFKA_SASL_PASSWORD',
  'ssl.keystore.password',
  'pwd',
  'secret',
  'clientSecret',
  'secretAccessKey',
  'aws_access_key',
  'apiKey',
  'x-api-key',
  'privateKey',
  'sessionToken',
  'Authorization',
  'credentials',
  'sasl.jaas.config',
  'secretKey',
  'signing_secret_key',
  'tokens',
  'apiKeys',
  'passphrase',
  'PGPASSWORD',
] as const

/** As a shell writes it. */
const variable = (name: string) => `$\{${name}}`

const MASKS = [
  '',
  '***',
  '********',
  '••••••',
  'xxxxxx',
  '...',
  '<masked>',
  '[REDACTED]',
  '***REDACTED***',
  '*** removed ***',
  '<secret>',
  '[]',
  '<>',
  variable('KAFKA_PASSWORD'),
  '$KAFKA_PASSWORD',
  '****9f3c',
  'masked',
  'REDACTED',
  'hidden',
] as const

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map(date => date.toISOString())

const ordinary = fc.oneof(
  fc.uuid(),
  fc.string().map(hash),
  fc.string().map(text => Buffer.from(hash(text), 'hex').toString('base64')),
  instant,
  fc.integer().map(number => `intent-${number}`),
  fc.ipV4(),
  fc.webUrl(),
  fc.emailAddress(),
  fc.constantFrom(
    'controlled_failure_on_mint.requested',
    'kes.orchestrator.events',
    'postgresql://127.0.0.1:5432/kes',
    'b-1.msk.example.org:9098,b-2.msk.example.org:9098',
    'password authentication failed for user',
    'the token was minted',
    'token minted',
    'token: mint.requested',
    'mint.requested',
    'no payload.tokenId in mint.requested',
    'payload.tokenId=token-1',
    'token intent-1 was minted twice',
    'invalid token: expected a string, found 3',
    'Unexpected token } in JSON at position 4',
    'wrong password: try again',
    'authorization: denied',
    'credentials: none',
    'tokens=5',
    'PWD=/srv/kes npm run kafka:kes-smoke',
    'docker run -v $PWD:/srv/kes1 kes',
    'npm run kafka:kes-smoke -- --token-file /run/kes1 --password-stdin',
    'არასწორი პაროლი',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  ),
)

const letters = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length })
const ALNUM = 'ABCDEFGHJKLMNPQRSTUVWYZabcdefghjkmnpqrstuvwyz23456789'

/** Shapes that are secrets wherever they stand. */
const secret = fc.oneof(
  letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16).map(id => `AKIA${id}`),
  fc
    .tuple(letters(ALNUM, 20), letters(ALNUM, 30), letters(ALNUM, 43))
    .map(([header, claims, signature]) => `eyJ${header}.eyJ${claims}.${signature}`),
  letters(ALNUM, 36).map(text => `ghp_${text}`),
  letters(ALNUM, 24).map(text => `xoxb-${text}`),
  letters(ALNUM, 32).map(text => `Bearer ${text}`),
  letters(ALNUM, 32).map(text => `authorization: bearer ${text}`),
  letters(ALNUM, 12).map(password => `postgres://u:a:${password}@h`),
  letters(ALNUM, 12).map(password => `redis://:${password}@h`),
  letters(ALNUM, 12).map(text => `https://example.org/kes?token=${text}&page=1`),
  letters(ALNUM, 12).map(text => `{"apiKey":"${text}"}`),
  letters(ALNUM, 12).map(password => `postgresql://mza:${password}@db.example.org/kes`),
  letters(ALNUM, 12).map(password => `ScramLoginModule required username="kes" password="${password}";`),
  letters(ALNUM, 12).map(password => `ssl.truststorePassword = ${password}`),
  fc.constantFrom('RSA ', 'EC ', '').map(kind => `-----BEGIN ${kind}PRIVATE KEY-----\nMIIE`),
)

describe('a value that looks like a secret', () => {
  test('is none of the ordinary values of a run', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ORDINARY_KEYS), ordinary, (key, text) => {
        expect(looksSecret(key, text)).toBe(false)
      }),
    )
  })

  test('is told by its form, under any key and within other text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ORDINARY_KEYS), secret, fc.boolean(), (key, text, isWithin) => {
        expect(looksSecret(key, isWithin ? `tried ${text} and failed` : text)).toBe(true)
      }),
    )
  })

  test('is anything under a key that names a secret', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SECRET_KEYS), letters(ALNUM, 9), (key, text) => {
        expect(looksSecret(key, text)).toBe(true)
      }),
    )
  })

  test.for([
    'npm run kafka:kes-smoke -- --password hunter2hunter2',
    "npm run kafka:kes-smoke -- --sasl-password 'hunter two'",
    'npm run kafka:kes-smoke -- --token hunter',
    'KES_SECRET=hunter2 npm run kafka:kes-smoke',
    'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG npm start',
    'PGPASSWORD=hunter npm start',
    'GET /mints?token=hunter2',
    'tried with password hunter2 and failed',
    'password: hunter2',
    'x-api-key: 4f9d2c7a1b30',
    'Authorization: Basic dXNlcjpwYXNz',
    'token: password=hunter',
    'answered {\\"password\\":\\"hunter\\"}',
    'passphrase => hunter2',
    'password=***REALPASSWORD***',
    'postgres://kes:<hunter2>@db.example.org/kes',
  ])('is %s, under any key', text => {
    for (const key of ORDINARY_KEYS) expect(looksSecret(key, text)).toBe(true)
  })

  test.for([
    '***REALPASSWORD***',
    '<hunter2>',
    '[hunter two]',
    '**** 36 characters ****',
    '$hunter2',
    variable('hunter2'),
  ])('is %s under a key that names one: only a word that says so is a mask', text => {
    for (const key of SECRET_KEYS) expect(looksSecret(key, text)).toBe(true)
  })

  test.for(MASKS)('is not %j: that is masked', mask => {
    for (const key of SECRET_KEYS) expect(looksSecret(key, mask)).toBe(false)
  })

  test.for([
    'postgresql://mza:***@db.example.org/kes',
    'postgresql://mza:xxxxx@db.example.org/kes',
    'postgresql://mza:<masked>@db.example.org/kes',
    'username="kes" password="***";',
    'password=[redacted]',
    "password = '<masked>'",
    'npm run kafka:kes-smoke -- --password *** --topic mint.requested',
    `npm run kafka:kes-smoke -- --password=${variable('KAFKA_PASSWORD')}`,
    'KES_SECRET=<removed> npm run kafka:kes-smoke',
    'GET /mints?token=***&page=1',
    '{"password":"***","apiKey":"[REDACTED]"}',
    'tried once (password=<masked>).',
    'Authorization: Bearer ***',
    'redis://:***@db.example.org',
  ])('is not %s: its password is masked', text => {
    expect(looksSecret('command', text)).toBe(false)
  })

  test('is not hidden by a mask that shows more than four characters', () => {
    expect(looksSecret('password', '***hunter2')).toBe(true)
  })

  test('is looked for in a time that grows with the text, not with its square', () => {
    const texts = [
      'eyJaaaaaaaa-',
      'eyJaaaaaaaa.eyJaaaaaaaa.',
      'password ',
      'password',
      'password-',
      '--password-',
      'password=',
      'password="',
      'password=***',
      'password:a',
      'password: ',
      'token: "x"',
      'token\\"',
      ' ',
      'a.',
      `password${' '.repeat(1000)}`,
      '://a:',
      '-----BEGIN A ',
      'ghp_a',
      '*',
    ]
    const started = process.cpuUsage()
    for (const text of texts)
      for (const key of ['producer', 'password'])
        looksSecret(key, text.repeat(Math.ceil(65_536 / text.length)))
    // Of this process: a loaded machine makes it no longer. In microseconds.
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000)
  })
})
