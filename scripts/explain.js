import { Failure } from './failure.js'

/**
 * Errors of the machine, recognised by their code or by what a program printed.
 * @type {readonly {sign: RegExp, why: string, remedy: string}[]}
 */
const KNOWN = [
  {
    sign: /ENOSPC|no space left on device|disk quota|EDQUOT/i,
    why: 'the disk is full',
    remedy: 'Free some space (about 1.5 GB for a first start) and run the same command again.',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ENETUNREACH|ECONNRESET|ETIMEDOUT.*registry|network (request|connectivity)|ERR_SOCKET_TIMEOUT|fetch failed/i,
    why: 'the network could not be reached',
    remedy: 'Check the connection (and the proxy, if there is one) and run the same command again.',
  },
  {
    sign: /can only install packages when your package\.json and package-lock\.json/i,
    why: 'package.json and package-lock.json disagree',
    remedy: 'Run npm install, look at what it changes in package-lock.json, and commit it.',
  },
  {
    sign: /EROFS|read-only file system/i,
    why: 'the file system is read-only',
    remedy: 'Clone the project onto a disk that can be written.',
  },
  {
    sign: /ENOMEM|out of memory|cannot allocate memory/i,
    why: 'the machine ran out of memory',
    remedy: 'Close other programs (2 GB are enough) and run the same command again.',
  },
  {
    sign: /EMFILE|ENFILE|too many open files/i,
    why: 'too many files are open',
    remedy: 'Raise the limit (ulimit -n 4096) and run the same command again.',
  },
]

const NOT_ALLOWED = {
  sign: /EACCES|EPERM|permission denied/i,
  why: 'a file or folder may not be read or written',
  remedy: 'Give your user the project folder, or run as the user who owns it.',
}

/**
 * Any error as a Failure: known ones in plain words, others as they are.
 * @param {unknown} error
 * @returns {Failure}
 */
export function explain(error) {
  if (error instanceof Failure) return error
  const [code = '', output = ''] = ['code', 'output'].map(name => Reflect.get(Object(error), name))
  const text = error instanceof Error ? `${code} ${error.message} ${output}` : String(error)
  const known = [...KNOWN, NOT_ALLOWED].find(({ sign }) => sign.test(text))
  const detail = error instanceof Error ? error.message : String(error)
  return known
    ? new Failure(`${known.why} (${lineWith(known.sign, text)})`, known.remedy, error)
    : new Failure(
        detail || 'an error without a message',
        'Run the same command again; if it fails again, report this text.',
        error,
      )
}

/** @param {RegExp} sign @param {string} text */
const lineWith = (sign, text) => (text.split('\n').find(line => sign.test(line)) ?? text).trim()
