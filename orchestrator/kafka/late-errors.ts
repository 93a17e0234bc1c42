import type { Base } from '@platformatic/kafka'

/**
 * A client whose failed connections fail in silence from then on: a broker that ends one while it is being closed would
 * end the process, since the client itself listens for one error of each alone.
 */
export function ignoringLateErrors<Client extends Base>(client: Client): Client {
  client.on('client:broker:failed', ({ connection }) => connection.on('error', () => {}))
  return client
}
