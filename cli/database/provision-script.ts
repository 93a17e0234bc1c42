import { createLogin, LOGINS, MEND_SETTINGS, rights } from './provision-statements.ts'

/** All of it as a script, for the administrator of a server on which the portal makes no logins by itself. */
export const provisionScript = (
  database: string,
): string => `-- Mza: its logins and their rights in one database, which nobody else is to use.
-- To be run once there, and again after an upgrade, by who owns the database and may create logins:
--   psql -v ON_ERROR_STOP=1 -f this-file <database>
-- What belongs to the server's own administrator (functions of large objects, locks and waiting, languages) is taken from
-- PUBLIC where whoever runs this may; \`mza provision\` says what was left.

${LOGINS.map(ensureLogin).join('\n')}

${rights(database)}
${MEND_SETTINGS}

-- Passwords, each asked for and sent as a hash. Without psql: ALTER ROLE … PASSWORD '…';
${LOGINS.map(login => `\\password ${login}`).join('\n')}
`

const ensureLogin = (login: string): string => `DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${login}') THEN
    ${createLogin(login)};
  END IF;
END $$;`
