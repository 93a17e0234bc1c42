-- By the hash of a section a guess of words in it could be confirmed that are withheld (docs/decisions/0033), so no reader
-- has it. Readers tell states of a section apart by the first text that has each of them, which ingest writes.
ALTER TABLE "text_section" ADD COLUMN "state" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "base_state" INTEGER;

WITH "said" AS (
  SELECT "document_path", "key", "hash", min("text_revision_id") AS "state" FROM "text_section" GROUP BY 1, 2, 3
), "wanted" AS (
  SELECT "own"."text_revision_id", "own"."position", "present"."state", "base"."state" AS "base_state"
  FROM "text_section" "own"
  JOIN "said" "present" ON "present"."document_path" = "own"."document_path" AND "present"."key" = "own"."key"
    AND "present"."hash" = "own"."hash"
  LEFT JOIN "said" "base" ON "base"."document_path" = "own"."document_path" AND "base"."key" = "own"."key"
    AND "base"."hash" = "own"."base_hash"
)
UPDATE "text_section" "own" SET "state" = "wanted"."state", "base_state" = "wanted"."base_state" FROM "wanted"
WHERE "wanted"."text_revision_id" = "own"."text_revision_id" AND "wanted"."position" = "own"."position";

-- That a part which is withheld refers to a footnote is for ingest too.
REVOKE SELECT ON "text_section", "text_part" FROM mza_view_guest, mza_view_owner, mza_view_reviewer, mza_view_admin;
GRANT SELECT ("text_revision_id", "document_path", "position", "key", "number", "heading", "anchor", "state", "base_state", "class") ON "text_section" TO mza_view_guest, mza_view_owner, mza_view_reviewer, mza_view_admin;
GRANT SELECT ("text_revision_id", "position", "section", "kind", "words", "class") ON "text_part" TO mza_view_guest, mza_view_owner, mza_view_reviewer, mza_view_admin;
