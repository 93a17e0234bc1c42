import { Interrupted } from '#scripts/failure.js'
import { median } from '#tests/bench/median.ts'
import { progress } from '#tests/bench/progress.ts'
import { CONNECTIONS, measureRate, type Rate, type Subject } from '#tests/bench/rate.ts'

const ROUNDS = 7
const ROUND_SECONDS = 1.5
const WARMING_SECONDS = 3

/** Each server's median rate of several short rounds, in turn, so that noise hits all alike. */
export async function measureRates(
  subjects: readonly Subject[],
  signal: AbortSignal,
): Promise<ReadonlyMap<Subject, Rate>> {
  const amounts = new Map<Subject, number>()
  for (const subject of subjects) {
    progress(`warming up: ${subject.name}`)
    amounts.set(subject, amountFor((await warmUp(subject, signal)) * ROUND_SECONDS))
  }
  const rates = new Map<Subject, Rate[]>(subjects.map(subject => [subject, []]))
  for (let round = 1; round <= ROUNDS; round++) {
    progress(`requests, round ${round} of ${ROUNDS}`)
    for (const [subject, done] of rates) {
      if (signal.aborted) throw new Interrupted()
      done.push(await measureRate(subject, amounts.get(subject) ?? CONNECTIONS))
    }
  }
  return new Map([...rates].map(([subject, done]) => [subject, middle(done)]))
}

/** Until it is as fast as it gets; gives the last answers per second. */
async function warmUp(subject: Subject, signal: AbortSignal): Promise<number> {
  const latest = performance.now() + WARMING_SECONDS * 1000
  let perSecond = 0
  do {
    if (signal.aborted) throw new Interrupted()
    perSecond = (await measureRate(subject, amountFor(perSecond))).perSecond
  } while (performance.now() < latest)
  return perSecond
}

const amountFor = (wanted: number): number => Math.max(CONNECTIONS, Math.ceil(wanted))

const middle = (rates: readonly Rate[]): Rate => ({
  perSecond: median(rates.map(({ perSecond }) => perSecond)),
  perCpuSecond: median(rates.map(({ perCpuSecond }) => perCpuSecond)),
})
