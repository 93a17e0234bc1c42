import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, ask, type Question } from './ask.ts'

/** One question of a load and what came of it. Times are milliseconds since 1970. */
export interface Sample {
  readonly question: Question
  readonly asked: number
  readonly answered: number
  readonly answer: Pick<Answer, 'status' | 'headers'> | null
  /** Why there is no answer. */
  readonly failure: string | null
  /** What a page says of its age before its content. */
  readonly notice: string | null
  readonly language: string | null
}

export interface Load {
  /** All that was answered so far. */
  readonly samples: readonly Sample[]
  /** Asks nothing more, waits for what is not answered yet, and gives everything. */
  stop(): Promise<readonly Sample[]>
}

const NOTICE = /<main[^>]*><p role="status" class="age-notice">([^<]+)<\/p>/

/**
 * Asks at an even pace, whatever becomes of earlier questions, over connections that are kept.
 * @param next the question to ask now; null: none this time
 */
export function startLoad(perSecond: number, next: (count: number) => Question | null): Load {
  const agents = new Map<string, http.Agent>()
  const agentOf = (origin: string): http.Agent => {
    const agent = agents.get(origin) ?? new http.Agent({ keepAlive: true })
    agents.set(origin, agent)
    return agent
  }
  const samples: Sample[] = []
  const pending = new Set<Promise<unknown>>()
  let isStopped = false

  async function run(): Promise<void> {
    const since = Date.now()
    for (let count = 0; !isStopped; count += 1) {
      await wait(Math.max(0, since + (count * 1000) / perSecond - Date.now()))
      const question = next(count)
      if (question === null) continue
      const asking = take({ agent: agentOf(question.origin), ...question }).then(sample => {
        samples.push(sample)
        pending.delete(asking)
      })
      pending.add(asking)
    }
  }
  const running = run()

  return {
    samples,
    async stop() {
      isStopped = true
      await running
      await Promise.all(pending)
      for (const agent of agents.values()) agent.destroy()
      return samples
    },
  }
}

async function take(question: Question): Promise<Sample> {
  const asked = Date.now()
  try {
    const { status, headers, body } = await ask(question)
    const text = body.toString('utf8')
    return {
      question,
      asked,
      answered: Date.now(),
      answer: { status, headers },
      failure: null,
      notice: NOTICE.exec(text)?.[1] ?? null,
      language: /<html lang="(\w+)"/.exec(text)?.[1] ?? null,
    }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    const answered = Date.now()
    return { question, asked, answered, answer: null, failure, notice: null, language: null }
  }
}
