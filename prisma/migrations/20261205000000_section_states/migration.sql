-- By the hash of a section a guess of words in it could be confirmed that are withheld (docs/decisions/0033), so no reader
-- has it. Readers tell states of a section apart by the first text that has each of them, which the next ingest writes.
ALTER TABLE "text_section" ADD COLUMN "state" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "base_state" INTEGER;

-- That a part which is withheld refers to a footnote is for ingest too.
REVOKE SELECT ON "text_section", "text_part" FROM mza_view_guest, mza_view_owner, mza_view_reviewer, mza_view_admin;
GRANT SELECT ("text_revision_id", "document_path", "position", "key", "number", "heading", "anchor", "state", "base_state", "class") ON "text_section" TO mza_view_guest, mza_view_owner, mza_view_reviewer, mza_view_admin;
GRANT SELECT ("text_revision_id", "position", "section", "kind", "words", "class") ON "text_part" TO mza_view_guest, mza_view_owner, mza_view_reviewer, mza_view_admin;
