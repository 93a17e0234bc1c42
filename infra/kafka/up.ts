import { enter } from '#scripts/enter.js'
import { alone } from './alone.ts'
import { bringUp } from './bring-up.ts'
import { checkNamed } from './check-named.ts'
import { namedBrokers, programPlaces } from './env.ts'
import { BROKER_FOLDER } from './home.ts'

await enter(async signal => {
  const named = namedBrokers()
  if (named) {
    await checkNamed(named)
    console.log(
      `KAFKA_BROKERS names ${named.brokers.join()}, and a broker answers there: it is used, none is started.`,
    )
    return 0
  }
  const { what, port, already } = await alone('kafka', signal, () =>
    bringUp(programPlaces(), BROKER_FOLDER, signal),
  )
  console.log(`Kafka is ${already ? 'already up' : 'up'} (${what}). It stays until npm run kafka:down.`)
  console.log(`export KAFKA_BROKERS=127.0.0.1:${port}`)
  return 0
})
