/** How a client of the broker must come: over TLS, and by one of these SASL mechanisms. */
interface Security {
  /** PKCS#12 with the broker's certificate and key. */
  readonly keystore: string
  readonly password: string
  readonly mechanisms: readonly ('SCRAM-SHA-256' | 'SCRAM-SHA-512' | 'OAUTHBEARER')[]
}

/** A broker that is its own controller, on the loopback address. */
export interface BrokerSetup {
  /** Absolute; holds its data, log, properties and process id. */
  readonly folder: string
  /** For clients. */
  readonly port: number
  readonly controllerPort: number
  /** Where it speaks to itself without security; null: on `port`, which has none either. */
  readonly innerPort: number | null
  /** Of a topic whose maker names no number. */
  readonly partitions: number
  readonly security: Security | null
}

/** The broker's own properties file. */
export function serverProperties(setup: BrokerSetup): string {
  const { folder, port, controllerPort, innerPort, partitions, security } = setup
  const inner = innerPort === null ? [] : [`INNER://127.0.0.1:${innerPort}`]
  const listeners = [`CLIENT://127.0.0.1:${port}`, ...inner]
  const properties = {
    'node.id': 1,
    'process.roles': 'broker,controller',
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: [...listeners, `CONTROLLER://127.0.0.1:${controllerPort}`].join(),
    'advertised.listeners': listeners.join(),
    'listener.security.protocol.map': `CLIENT:${security ? 'SASL_SSL' : 'PLAINTEXT'},INNER:PLAINTEXT,CONTROLLER:PLAINTEXT`,
    'inter.broker.listener.name': innerPort === null ? 'CLIENT' : 'INNER',
    'log.dirs': `${folder}/data`.replaceAll('\\', '/'),
    'num.partitions': partitions,
    // As on MSK: whoever needs a topic makes it.
    'auto.create.topics.enable': false,
    'default.replication.factor': 1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    // A killed broker may come back only when its controller has given it up.
    'broker.heartbeat.interval.ms': 500,
    'broker.session.timeout.ms': 4000,
    ...(security && securityProperties(security)),
  }
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
}

/** The port for clients in a broker's properties; null where it cannot be found. */
export function clientPort(properties: string): number | null {
  const port = Number(/CLIENT:\/\/127\.0\.0\.1:(\d+)/.exec(properties)?.[1] ?? 0)
  return port > 0 ? port : null
}

const LOGIN = 'org.apache.kafka.common.security'

function securityProperties({ keystore, password, mechanisms }: Security): Record<string, string> {
  const ofMechanisms = mechanisms.flatMap(mechanism => {
    const prefix = `listener.name.client.${mechanism.toLowerCase()}`
    if (mechanism !== 'OAUTHBEARER')
      return [[`${prefix}.sasl.jaas.config`, `${LOGIN}.scram.ScramLoginModule required;`]]
    return [
      [
        `${prefix}.sasl.jaas.config`,
        `${LOGIN}.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="broker";`,
      ],
      // Takes unsigned tokens: fit for a test of the client, and for nothing else.
      [
        `${prefix}.sasl.server.callback.handler.class`,
        `${LOGIN}.oauthbearer.internals.unsecured.OAuthBearerUnsecuredValidatorCallbackHandler`,
      ],
    ]
  })
  return {
    'sasl.enabled.mechanisms': mechanisms.join(),
    'listener.name.client.ssl.keystore.type': 'PKCS12',
    'listener.name.client.ssl.keystore.location': keystore,
    'listener.name.client.ssl.keystore.password': password,
    'listener.name.client.ssl.key.password': password,
    ...Object.fromEntries(ofMechanisms),
  }
}
