import { exec } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { KafkaError } from './kafka-error.ts'
import type { TokenSource } from './settings-model.ts'

const PATIENCE_MS = 20_000
const LONGEST = 64 * 1024

/** What a command prints. Neither what it prints nor what it complains of is ever repeated: both may hold secrets. */
function printed(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    exec(command, { timeout: PATIENCE_MS, maxBuffer: LONGEST, windowsHide: true }, (error, output) => {
      if (!error) return resolve(output)
      const why = error.killed
        ? `took longer than ${PATIENCE_MS / 1000} s or printed too much`
        : `ended with ${error.code}`
      reject(
        new KafkaError(
          'refused',
          `The command of KAFKA_SASL_TOKEN_COMMAND ${why}. Run it by hand to see why.`,
        ),
      )
    })
  })
}

async function written(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new KafkaError('unreachable', 'The file of KAFKA_SASL_TOKEN_FILE cannot be read.')
  }
}

/**
 * An OAUTHBEARER token, such as AWS signs for MSK (docs/orchestrator.md says with what).
 * @throws {KafkaError} `unreachable`, where there is none: what signs tokens may be away as brokers may be
 */
export async function readToken(source: TokenSource): Promise<string> {
  const text = 'file' in source ? await written(source.file) : await printed(source.command)
  const token = text.trim()
  // RFC 6750, 2.1: what a bearer token is made of.
  if (!/^[\w.~+/-]+=*$/.test(token))
    throw new KafkaError(
      'refused',
      'The source of the token gave no token: expected one word, a bearer token.',
    )
  return token
}
