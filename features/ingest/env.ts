// Git's configuration lies in the reader's folders; under sudo it trusts the repository of who called sudo.
const NEEDED = [
  ...['PATH', 'HOME', 'XDG_CONFIG_HOME', 'SUDO_UID', 'TMPDIR'],
  ...['SystemRoot', 'ProgramData', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'TEMP', 'TMP'],
]

/** What git needs of the environment: no secret, and nothing that leads it to another repository (as in a git hook). */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const found = NEEDED.flatMap(name => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  return {
    ...Object.fromEntries(found),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
  }
}
