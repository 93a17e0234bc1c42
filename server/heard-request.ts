import { IncomingMessage } from 'node:http'

/**
 * A request as the parser hears it. On a connection that was ended, it says that another protocol begins: nothing else
 * makes the parser leave off. It would hear all that it has read, a thousand requests, and those of all such connections
 * would be held until the event loop turns.
 */
export class HeardRequest extends IncomingMessage {
  declare private asksForUpgrade: boolean

  get upgrade(): boolean {
    return this.asksForUpgrade || this.socket.destroyed
  }

  set upgrade(asked: boolean) {
    this.asksForUpgrade = asked
  }
}
