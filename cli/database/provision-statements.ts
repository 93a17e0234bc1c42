import pg from 'pg'
import { SCOPES } from '#features/access/scope-model.ts'
import { viewLogin } from '#features/access/view-urls-model.ts'
import { STRIP } from './strip-statements.ts'

/** The login that owns the tables, migrates and ingests. */
export const WRITE_LOGIN = 'mza_write'
export const VIEW_LOGINS: readonly string[] = SCOPES.map(viewLogin)
export const LOGINS: readonly string[] = [WRITE_LOGIN, ...VIEW_LOGINS]

export const createLogin = (login: string): string =>
  `CREATE ROLE ${login} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION`

export const setPassword = (login: string, password: string): string =>
  `ALTER ROLE ${login} LOGIN PASSWORD ${pg.escapeLiteral(password)}`

/** What the logins may do in a database, which nobody else may use; what is so already is left as it is. */
export function rights(database: string): string {
  const name = pg.escapeIdentifier(database)
  const views = VIEW_LOGINS.join(', ')
  return `REVOKE ALL ON DATABASE ${name} FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${name} TO ${WRITE_LOGIN};
GRANT USAGE, CREATE ON SCHEMA public TO ${WRITE_LOGIN};
GRANT CONNECT ON DATABASE ${name} TO ${views};
GRANT USAGE ON SCHEMA public TO ${views};
${STRIP}`
}

/** Each keeps a mistake from becoming harm; against a login that means harm, the rights alone count. In order. */
const SETTINGS = [
  'default_transaction_read_only=on',
  'idle_in_transaction_session_timeout=10s',
  'idle_session_timeout=5min',
  'lock_timeout=2s',
  'statement_timeout=5s',
]

const listed = (words: readonly string[]): string => `ARRAY[${words.map(word => `'${word}'`).join(', ')}]`

/**
 * What the sessions of the view logins begin with: these settings and no others, which a login may have given itself. They
 * are set only where they differ: several portals may start at once.
 */
export const MEND_SETTINGS = `DO $$ DECLARE
  wanted text[] := ${listed(SETTINGS)};
  login text;
  one text;
BEGIN
  FOREACH login IN ARRAY ${listed(VIEW_LOGINS)} LOOP
    IF (SELECT array_agg(own ORDER BY own COLLATE "C") FROM pg_db_role_setting s, unnest(s.setconfig) AS own
        WHERE s.setrole = login::regrole AND s.setdatabase = 0) IS DISTINCT FROM wanted THEN
      EXECUTE format('ALTER ROLE %I RESET ALL', login);
      FOREACH one IN ARRAY wanted LOOP
        EXECUTE format('ALTER ROLE %I SET %I = %L', login, split_part(one, '=', 1), split_part(one, '=', 2));
      END LOOP;
    END IF;
    IF EXISTS (SELECT FROM pg_db_role_setting s, pg_database d
        WHERE s.setrole = login::regrole AND s.setdatabase = d.oid AND d.datname = current_database()) THEN
      EXECUTE format('ALTER ROLE %I IN DATABASE %I RESET ALL', login, current_database());
    END IF;
  END LOOP;
END $$;`
