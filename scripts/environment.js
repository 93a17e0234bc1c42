const SECRETS = new Set(['DATABASE_URL', 'PGPASSWORD', 'OIDC_CLIENT_SECRET', 'MZA_SESSION_KEYS'])

/**
 * The environment for programs that are not ours, install scripts of packages among them: without its secrets.
 * @returns {NodeJS.ProcessEnv}
 */
export const withoutSecrets = () => {
  const environment = { ...process.env }
  for (const name of Object.keys(environment)) if (SECRETS.has(name.toUpperCase())) delete environment[name]
  return environment
}
