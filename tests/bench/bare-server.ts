import fs from 'node:fs'
import { createServer } from 'node:http'
import type { Recording } from '#tests/bench/recording.ts'

// The least that Node can do: one answer, whatever is asked.
const [, , file = '', port = ''] = process.argv
const recording: Recording = JSON.parse(fs.readFileSync(file, 'utf8'))
const headers = [...recording.headers]
const body = Buffer.from(recording.body, 'base64')

createServer((_, response) => {
  response.writeHead(200, headers).end(body)
}).listen(Number(port), '127.0.0.1')
