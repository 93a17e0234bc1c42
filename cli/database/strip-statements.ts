/**
 * Functions of PostgreSQL's own that everybody may call and that leave something behind, stop somebody or set something:
 * a statement that reads can be made to call one. Large objects, locks of applications, sessions of the same login, the
 * write-ahead log, transaction ids, waiting.
 */
const FUNCTIONS =
  "'^(lo_.*|loread|lowrite|pg_(try_)?advisory_.*|pg_notify|pg_sleep.*|pg_(cancel|terminate)_backend" +
  "|pg_logical_emit_message|pg_export_snapshot|pg_current_xact_id|txid_current|set_config)$'"

const CALLABLE = `FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname ~ ${FUNCTIONS}
    AND has_function_privilege('public', p.oid, 'EXECUTE')`

const SPEAKABLE =
  "FROM pg_language l WHERE l.lanpltrusted AND has_language_privilege('public', l.oid, 'USAGE')"

/**
 * Takes from PUBLIC what the server gave it beside the database and the schema: those functions, and languages to write
 * programs in. Only a superuser owns them; on a managed server, whose administrator is none, it takes what it may. The
 * owners of the database and of the tables keep them.
 */
export const STRIP = `DO $$ DECLARE one text; BEGIN
  FOR one IN SELECT p.oid::regprocedure::text ${CALLABLE} AND pg_has_role(p.proowner, 'USAGE') LOOP
    EXECUTE 'REVOKE EXECUTE ON FUNCTION ' || one || ' FROM PUBLIC';
    EXECUTE 'GRANT EXECUTE ON FUNCTION ' || one || ' TO pg_database_owner, mza_write';
  END LOOP;
  FOR one IN SELECT quote_ident(l.lanname) ${SPEAKABLE} AND pg_has_role(l.lanowner, 'USAGE') LOOP
    EXECUTE 'REVOKE USAGE ON LANGUAGE ' || one || ' FROM PUBLIC';
    EXECUTE 'GRANT USAGE ON LANGUAGE ' || one || ' TO pg_database_owner, mza_write';
  END LOOP;
END $$;`

/** Names of what PUBLIC has kept of that. */
export const KEPT = `SELECT DISTINCT p.proname::text AS name ${CALLABLE}
  UNION SELECT 'language ' || l.lanname ${SPEAKABLE} ORDER BY 1`
