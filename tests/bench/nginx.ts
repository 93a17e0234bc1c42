import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { freePort } from '#scripts/port.js'
import { type Exchange, headerOf } from '#tests/bench/exchange.ts'
import { OUTPUT } from '#tests/bench/output.ts'
import { holdServer, type ServerProcess } from '#tests/bench/server-process.ts'

/** Whether it can be measured here: it is on the PATH, and the machine tells its CPU time. */
export const hasNginx = (): boolean =>
  fs.existsSync('/proc/self/stat') &&
  (process.env['PATH'] ?? '').split(path.delimiter).some(folder => fs.existsSync(path.join(folder, 'nginx')))

/** nginx with one process and no log, giving one answer from a compressed file. */
export async function startNginx(answer: Exchange): Promise<ServerProcess> {
  const port = await freePort()
  const folder = path.join(OUTPUT, 'nginx')
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'page'), answer.body)
  fs.writeFileSync(path.join(folder, 'nginx.conf'), configuration(folder, port, answer))
  const child = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return holdServer(child, `http://127.0.0.1:${port}`, '/', async () => cpuSeconds(child.pid ?? 0))
}

/** What nginx says by itself. */
const OWN = new Set(['content-type', 'content-length'])

function configuration(folder: string, port: number, answer: Exchange): string {
  const headers = answer.headers.flatMap((name, at) =>
    at % 2 === 0 && !OWN.has(name.toLowerCase()) ? [[name, answer.headers[at + 1] ?? '']] : [],
  )
  const added = headers.map(([name, value]) => `add_header ${name} '${value?.replaceAll("'", "\\'")}';`)
  return `daemon off;
master_process off;
pid ${folder}/pid;
error_log stderr error;
events {}
http {
  access_log off;
  etag off;
  sendfile on;
  keepalive_requests 100000000;
  open_file_cache max=1;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    location / {
      root ${folder};
      try_files /page =404;
      default_type '${headerOf(answer, 'content-type')}';
      ${added.join('\n      ')}
    }
  }
}
`
}

/** Ticks a second that Linux counts in, whatever the machine. */
const TICKS = 100

/** User and system time of a process (proc_pid_stat(5), fields 14 and 15). */
function cpuSeconds(pid: number): number {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}
