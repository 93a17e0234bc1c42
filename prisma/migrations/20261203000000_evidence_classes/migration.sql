-- Parts of evidence have classes of their own (docs/decisions/0034): what a run was and what was found of it is as public
-- as the run, its records without what they carry are INTERNAL, what they carry and the files themselves RESTRICTED.

-- What run.json says, for those who do not see the file. In the order in which it says it, so not as JSONB.
ALTER TABLE "evidence_run" ADD COLUMN "description" TEXT;
ALTER TABLE "evidence_run" DISABLE TRIGGER "evidence_run_insert_only";
UPDATE "evidence_run" SET "description" = "manifest";
ALTER TABLE "evidence_run" ENABLE TRIGGER "evidence_run_insert_only";
ALTER TABLE "evidence_run" ALTER COLUMN "description" SET NOT NULL;

-- What witnesses quote of records, by their place among the witnesses, apart from these; and a profile without words of
-- records. Nothing that is stored so far is sorted by that: the next ingest judges every run again.
ALTER TABLE "evidence_finding" ADD COLUMN "details" JSONB NOT NULL DEFAULT '[]';
UPDATE "evidence_finding" SET "witnesses" = '[]';
ALTER TABLE "evidence_judgement" ADD COLUMN "public_profile" JSONB;

REVOKE SELECT ON "evidence_run", "evidence_record", "evidence_finding", "evidence_judgement" FROM mza_view_guest, mza_view_owner;
GRANT SELECT ("id", "run_id", "environment", "kind", "hash", "description", "started_at", "finished_at", "ingested_at", "records", "class")
  ON "evidence_run" TO mza_view_guest, mza_view_owner;
GRANT SELECT ("run", "check", "finding", "cause", "judged", "failed", "warned", "witnesses")
  ON "evidence_finding" TO mza_view_guest;
GRANT SELECT ON "evidence_finding" TO mza_view_owner;
GRANT SELECT ("run", "checks_version", "replayed", "counts", "public_profile")
  ON "evidence_judgement" TO mza_view_guest, mza_view_owner;
-- What a record is found by. Its line an owner reads from the view below.
GRANT SELECT ("run", "number", "lane", "intent", "event_id") ON "evidence_record" TO mza_view_owner;
DROP POLICY "guest_reads_of_seen_runs" ON "evidence_record";

-- A line with nothing but the fields named here, each only where it is of its type and no longer than one may be: of the
-- record where it was taken, of its value the envelope without the payload, or where the DLQ has an event from. Null for
-- a line that is no record: what cannot be read is not shown, and no error quotes it.
CREATE FUNCTION "evidence_envelope_line"("line" TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE STRICT PARALLEL RESTRICTED AS $$
DECLARE
  "found" JSON;
  "place" JSON;
  "envelope" JSON;
  "origin" JSON;
BEGIN
  -- Here, not above: what a declaration throws is not caught.
  "found" := "line"::json;
  SELECT json_object_agg("key", "value" ORDER BY "at") INTO "place"
  FROM json_each("found") WITH ORDINALITY AS "field" ("key", "value", "at")
  WHERE length("value"::text) <= CASE json_typeof("value") WHEN 'number' THEN 20 ELSE 4000 END AND CASE "key"
    WHEN 'process' THEN json_typeof("value") = 'string'
    WHEN 'seq' THEN json_typeof("value") = 'number'
    WHEN 'boundary' THEN "value"::text IN ('"publish"', '"consume"', '"effect"', '"dlq"', '"replay"')
    WHEN 'topic' THEN json_typeof("value") = 'string'
    WHEN 'partition' THEN json_typeof("value") IN ('number', 'null')
    WHEN 'offset' THEN json_typeof("value") IN ('number', 'null')
    WHEN 'key' THEN json_typeof("value") IN ('string', 'null')
    WHEN 'timestamp' THEN json_typeof("value") = 'string'
    WHEN 'attempt' THEN json_typeof("value") = 'number'
    ELSE false END;
  IF (SELECT count(*) FROM json_object_keys("place")) < 9 THEN RETURN NULL; END IF;
  SELECT json_object_agg("key", "value" ORDER BY "at") INTO "origin"
  FROM json_each(CASE json_typeof("found" #> '{value,origin}') WHEN 'object' THEN "found" #> '{value,origin}' ELSE '{}' END)
    WITH ORDINALITY AS "field" ("key", "value", "at")
  WHERE length("value"::text) <= CASE json_typeof("value") WHEN 'number' THEN 20 ELSE 1500 END AND CASE "key"
    WHEN 'topic' THEN json_typeof("value") = 'string'
    WHEN 'partition' THEN json_typeof("value") IN ('number', 'null')
    WHEN 'offset' THEN json_typeof("value") IN ('number', 'null')
    ELSE false END;
  SELECT json_object_agg("key", CASE "key" WHEN 'origin' THEN "origin" ELSE "value" END ORDER BY "at") INTO "envelope"
  FROM json_each("found" -> 'value') WITH ORDINALITY AS "field" ("key", "value", "at")
  WHERE CASE WHEN "key" IN ('schemaVersion', 'eventId', 'occurredAt', 'intentId', 'producer', 'failedAt', 'sourceTopic')
    THEN json_typeof("value") IN ('string', 'null') AND length("value"::text) <= 4000
    ELSE "key" = 'origin' AND "origin" IS NOT NULL END;
  RETURN (SELECT json_object_agg("key", "value" ORDER BY "at")::text FROM (
    SELECT "key", "value", "at" FROM json_each("place") WITH ORDINALITY AS "field" ("key", "value", "at")
    UNION ALL SELECT 'headers', '{}'::json, 100
    UNION ALL SELECT 'value', coalesce("envelope", '{}'::json), 101) AS "told");
EXCEPTION WHEN OTHERS THEN RETURN NULL;
END $$;

REVOKE EXECUTE ON FUNCTION "evidence_envelope_line" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "evidence_envelope_line" TO mza_view_owner;

-- It reads as the owner of the tables does, past their policies, so it says itself of which runs.
CREATE VIEW "evidence_envelope" WITH (security_barrier = true) AS
  SELECT "record"."run", "record"."number", "record"."lane", "record"."intent", "record"."event_id",
    "evidence_envelope_line"("record"."line") AS "line"
  FROM "evidence_record" AS "record"
  JOIN "evidence_run" AS "of" ON "of"."id" = "record"."run" AND "of"."class" IN ('PUBLIC', 'INTERNAL');

GRANT SELECT ON "evidence_envelope" TO mza_view_owner;
