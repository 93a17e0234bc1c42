import { randomBytes } from 'node:crypto'
import { realpathSync } from 'node:fs'
import path from 'node:path'
import type { Runtime } from '#infra/kafka/broker-process.ts'
import { run } from '#scripts/run.js'

export interface Certificates {
  /** PKCS#12 with the broker's certificate and key. */
  readonly keystore: string
  readonly password: string
  /** PEM of the authority that signed it. */
  readonly ca: string
}

/** An authority made for this test and a certificate of it for the loopback address, by the keytool of the same Java. */
export async function makeCertificates({ java }: Runtime, folder: string): Promise<Certificates> {
  const password = randomBytes(16).toString('hex')
  const keytool = path.join(path.dirname(realpathSync(java)), 'keytool')
  const within = (name: string) => path.join(folder, name)
  const [authority, keystore, ca] = [within('authority.p12'), within('broker.p12'), within('ca.pem')]
  const [request, signed] = [within('broker.csr'), within('broker.pem')]
  const tool = (store: string, alias: string, ...args: string[]) =>
    run(keytool, [
      ...args,
      '-alias',
      alias,
      '-keystore',
      store,
      '-storetype',
      'PKCS12',
      '-storepass',
      password,
    ])
  const pair = ['-genkeypair', '-keyalg', 'EC', '-groupname', 'secp256r1', '-validity', '2', '-dname']
  const place = ['-ext', 'san=ip:127.0.0.1,dns:localhost']
  await tool(
    authority,
    'ca',
    ...pair,
    'CN=Authority of a test',
    '-ext',
    'bc:c=ca:true',
    '-ext',
    'ku=keyCertSign',
  )
  await tool(authority, 'ca', '-exportcert', '-rfc', '-file', ca)
  await tool(keystore, 'broker', ...pair, 'CN=Broker of a test')
  await tool(keystore, 'broker', '-certreq', '-file', request)
  await tool(
    authority,
    'ca',
    '-gencert',
    '-rfc',
    '-validity',
    '2',
    ...place,
    '-infile',
    request,
    '-outfile',
    signed,
  )
  await tool(keystore, 'ca', '-importcert', '-noprompt', '-file', ca)
  await tool(keystore, 'broker', '-importcert', '-noprompt', '-file', signed)
  return { keystore, password, ca }
}
