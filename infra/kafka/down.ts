import { enter } from '#scripts/enter.js'
import { step } from '#scripts/step.js'
import { alone } from './alone.ts'
import { runningBroker, stopBroker } from './broker-process.ts'
import { containerPort, findEngine, stopContainer } from './container.ts'
import { programPlaces } from './env.ts'
import { BROKER_FOLDER } from './home.ts'

// Whatever KAFKA_BROKERS names is another's: only what kafka:up started is ended.
await enter(signal =>
  alone('kafka', signal, async () => {
    const engine = await findEngine(programPlaces())
    const container = engine !== null && (await containerPort(engine)) !== null
    const broker = runningBroker(BROKER_FOLDER)
    if (engine && container) await step('stop the container', () => stopContainer(engine, signal))
    if (broker) await step(`stop Kafka (process ${broker.pid})`, () => stopBroker(BROKER_FOLDER))
    console.log(
      container || broker ? 'Kafka is down; its data are kept.' : 'Kafka is not up: nothing to stop.',
    )
    return 0
  }),
)
