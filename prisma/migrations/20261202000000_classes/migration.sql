-- Sections and notes have classes of their own: words are in rows by who may read them (docs/decisions/0033).

-- What texts say of classes, and what holds of a document today.
ALTER TABLE "text_revision" ADD COLUMN "declared_section_classes" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "declared_note_class" "content_class",
  ADD COLUMN "gaps" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "document" ADD COLUMN "section_classes" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "note_class" "content_class";
UPDATE "document" SET "note_class" = "class";
ALTER TABLE "document" ALTER COLUMN "note_class" SET NOT NULL;

-- CreateTable
CREATE TABLE "text_part" (
    "text_revision_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "section" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "used_by" INTEGER[],
    "words" TEXT NOT NULL,
    "class" "content_class" NOT NULL,

    CONSTRAINT "text_part_pkey" PRIMARY KEY ("text_revision_id","position")
);

-- CreateTable
CREATE TABLE "document_hash" (
    "document_path" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "class" "content_class" NOT NULL,

    CONSTRAINT "document_hash_pkey" PRIMARY KEY ("document_path")
);

-- CreateTable
CREATE TABLE "ledger_note" (
    "line" INTEGER NOT NULL,
    "note" JSONB,
    "reason" JSONB,
    "resolution" JSONB,
    "class" "content_class" NOT NULL,

    CONSTRAINT "ledger_note_pkey" PRIMARY KEY ("line")
);

-- The notes of lines move to a table of their own. What a line says of them, and by what readers call it, stays: generated
-- from what is there and then left to ingest.
ALTER TABLE "ledger_line" ADD COLUMN "line" SERIAL NOT NULL,
  ADD COLUMN "shown_hash" TEXT NOT NULL GENERATED ALWAYS AS ("hash") STORED,
  ADD COLUMN "rank" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "has_note" BOOLEAN NOT NULL GENERATED ALWAYS AS ("note" IS NOT NULL) STORED,
  ADD COLUMN "has_reason" BOOLEAN NOT NULL GENERATED ALWAYS AS ("reason" IS NOT NULL) STORED,
  ADD COLUMN "has_resolution" BOOLEAN NOT NULL GENERATED ALWAYS AS ("resolution" IS NOT NULL) STORED;
ALTER TABLE "ledger_line" ALTER COLUMN "shown_hash" DROP EXPRESSION, ALTER COLUMN "has_note" DROP EXPRESSION,
  ALTER COLUMN "has_reason" DROP EXPRESSION, ALTER COLUMN "has_resolution" DROP EXPRESSION;
-- Readers may not know the hash, so it cannot be what rows are told apart by.
ALTER TABLE "ledger_line" DROP CONSTRAINT "ledger_line_pkey", ADD CONSTRAINT "ledger_line_pkey" PRIMARY KEY ("line");
CREATE UNIQUE INDEX "ledger_line_document_path_hash_key" ON "ledger_line"("document_path", "hash");
INSERT INTO "ledger_note" ("line", "note", "reason", "resolution", "class")
  SELECT "line", "note", "reason", "resolution", "class" FROM "ledger_line" WHERE "has_note" OR "has_reason" OR "has_resolution";
ALTER TABLE "ledger_line" DROP COLUMN "note", DROP COLUMN "reason", DROP COLUMN "resolution";

-- What is withheld is no longer documents alone.
ALTER TABLE "withheld" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'document', DROP CONSTRAINT "withheld_pkey",
  ADD CONSTRAINT "withheld_pkey" PRIMARY KEY ("place", "kind", "class");

-- CreateIndex
CREATE INDEX "text_part_class_idx" ON "text_part"("class");
-- CreateIndex
CREATE INDEX "document_hash_class_idx" ON "document_hash"("class");
-- CreateIndex
CREATE INDEX "ledger_note_class_idx" ON "ledger_note"("class");

-- AddForeignKey
ALTER TABLE "text_part" ADD CONSTRAINT "text_part_text_revision_id_fkey" FOREIGN KEY ("text_revision_id") REFERENCES "text_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "document_hash" ADD CONSTRAINT "document_hash_document_path_fkey" FOREIGN KEY ("document_path") REFERENCES "document"("path") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "ledger_note" ADD CONSTRAINT "ledger_note_line_fkey" FOREIGN KEY ("line") REFERENCES "ledger_line"("line") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Values
ALTER TABLE "text_part" ADD CONSTRAINT "text_part_counted" CHECK ("position" >= 0 AND "section" >= 0);
ALTER TABLE "text_part" ADD CONSTRAINT "text_part_kind" CHECK ("kind" IN ('words', 'note', 'footnote'));
ALTER TABLE "document_hash" ADD CONSTRAINT "document_hash_short" CHECK ("hash" ~ '^[0-9a-f]{12}$');
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_shown_hash_sha256" CHECK ("shown_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "ledger_note" ADD CONSTRAINT "ledger_note_says_something" CHECK (num_nonnulls("note", "reason", "resolution") > 0);

-- Notes are insert-only as their lines are. By what readers call a line follows from who may read its notes; its rank among
-- lines of one instant, from what others there are.
CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  policy CONSTANT text[] := '{class,entered_at,shown_hash,rank}';
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - policy = to_jsonb(OLD) - policy THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "ledger_note_insert_only" BEFORE UPDATE OR DELETE ON "ledger_note" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "ledger_note_no_truncate" BEFORE TRUNCATE ON "ledger_note" EXECUTE FUNCTION refuse_rewriting();

-- The words of a text, and hashes of what not everybody may read who may read the rest, are for ingest alone: by a hash a
-- guess could be confirmed.
REVOKE SELECT ON "text_revision", "ledger_line" FROM mza_view_guest, mza_view_owner, mza_view_reviewer, mza_view_admin;
GRANT SELECT ("id", "document_path", "locale", "title", "recorded_at", "origin", "commit", "document_id", "version", "status", "owner_role", "last_review_date", "next_review_date", "change_log", "approved_by", "approved_on", "evidence_mapping", "gaps", "class") ON "text_revision" TO mza_view_guest, mza_view_owner, mza_view_reviewer, mza_view_admin;
GRANT SELECT ("line", "document_path", "shown_hash", "rank", "recorded_at", "for_friday", "workstream", "kind", "status", "target_date", "by", "has_note", "has_reason", "has_resolution", "entered_at", "class") ON "ledger_line" TO mza_view_guest, mza_view_owner, mza_view_reviewer, mza_view_admin;

ALTER TABLE "text_part" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "guest_reads_public" ON "text_part" FOR SELECT TO mza_view_guest USING ("class" = 'PUBLIC');
CREATE POLICY "owner_reads" ON "text_part" FOR SELECT TO mza_view_owner USING ("class" IN ('PUBLIC', 'INTERNAL'));
CREATE POLICY "reviewer_reads" ON "text_part" FOR SELECT TO mza_view_reviewer USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "admin_reads" ON "text_part" FOR SELECT TO mza_view_admin USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
ALTER TABLE "ledger_note" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "guest_reads_public" ON "ledger_note" FOR SELECT TO mza_view_guest USING ("class" = 'PUBLIC');
CREATE POLICY "owner_reads" ON "ledger_note" FOR SELECT TO mza_view_owner USING ("class" IN ('PUBLIC', 'INTERNAL'));
CREATE POLICY "reviewer_reads" ON "ledger_note" FOR SELECT TO mza_view_reviewer USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "admin_reads" ON "ledger_note" FOR SELECT TO mza_view_admin USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
ALTER TABLE "document_hash" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "guest_reads_public" ON "document_hash" FOR SELECT TO mza_view_guest USING ("class" = 'PUBLIC');
CREATE POLICY "owner_reads" ON "document_hash" FOR SELECT TO mza_view_owner USING ("class" IN ('PUBLIC', 'INTERNAL'));
CREATE POLICY "reviewer_reads" ON "document_hash" FOR SELECT TO mza_view_reviewer USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "admin_reads" ON "document_hash" FOR SELECT TO mza_view_admin USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
GRANT SELECT ON "text_part", "ledger_note", "document_hash" TO mza_view_guest, mza_view_owner, mza_view_reviewer, mza_view_admin;
