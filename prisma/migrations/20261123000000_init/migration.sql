-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "status" AS ENUM ('TODO', 'IN_PROGRESS', 'BLOCKED', 'DONE');

-- CreateEnum
CREATE TYPE "content_class" AS ENUM ('PUBLIC', 'INTERNAL', 'RESTRICTED');

-- CreateEnum
CREATE TYPE "line_kind" AS ENUM ('baseline', 'change', 'confirm');

-- CreateEnum
CREATE TYPE "revision_origin" AS ENUM ('commit', 'ingest');

-- CreateTable
CREATE TABLE "portal" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "revision" TEXT NOT NULL,
    "ingested_at" TIMESTAMPTZ(3) NOT NULL,
    "projection_version" INTEGER NOT NULL,

    CONSTRAINT "portal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ingest" (
    "id" SERIAL NOT NULL,
    "revision" TEXT NOT NULL,
    "ingested_at" TIMESTAMPTZ(3) NOT NULL,
    "documents" INTEGER NOT NULL,
    "texts" INTEGER NOT NULL,
    "lines" INTEGER NOT NULL,

    CONSTRAINT "ingest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "version" TEXT NOT NULL,
    "owner_role" TEXT NOT NULL,
    "review_cycle_days" INTEGER NOT NULL,
    "approval_authority" TEXT[],
    "class" "content_class" NOT NULL,

    CONSTRAINT "category_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "document" (
    "path" TEXT NOT NULL,
    "category_code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "source_locale" TEXT NOT NULL,
    "legacy_slug" TEXT NOT NULL,
    "class" "content_class" NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "text_revision" (
    "id" SERIAL NOT NULL,
    "document_path" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "origin" "revision_origin" NOT NULL,
    "commit" TEXT,
    "document_id" TEXT,
    "version" TEXT,
    "status" TEXT,
    "owner_role" TEXT,
    "last_review_date" DATE,
    "next_review_date" DATE,
    "change_log" TEXT,
    "approved_by" TEXT,
    "approved_on" DATE,
    "declared_class" "content_class",
    "class" "content_class" NOT NULL,

    CONSTRAINT "text_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standing_text" (
    "text_revision_id" INTEGER NOT NULL,
    "document_path" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "is_current" BOOLEAN NOT NULL,
    "class" "content_class" NOT NULL,

    CONSTRAINT "standing_text_pkey" PRIMARY KEY ("text_revision_id")
);

-- CreateTable
CREATE TABLE "workstream" (
    "document_path" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "class" "content_class" NOT NULL,

    CONSTRAINT "workstream_pkey" PRIMARY KEY ("document_path","number")
);

-- CreateTable
CREATE TABLE "tracker_row" (
    "text_revision_id" INTEGER NOT NULL,
    "document_path" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "owner_role" TEXT NOT NULL,
    "target_date" DATE NOT NULL,
    "status" "status" NOT NULL,
    "class" "content_class" NOT NULL,

    CONSTRAINT "tracker_row_pkey" PRIMARY KEY ("text_revision_id","number")
);

-- CreateTable
CREATE TABLE "ledger_line" (
    "document_path" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "for_friday" DATE NOT NULL,
    "workstream" INTEGER NOT NULL,
    "kind" "line_kind" NOT NULL,
    "status" "status" NOT NULL,
    "target_date" DATE NOT NULL,
    "by" TEXT NOT NULL,
    "note" JSONB,
    "reason" JSONB,
    "resolution" JSONB,
    "class" "content_class" NOT NULL,

    CONSTRAINT "ledger_line_pkey" PRIMARY KEY ("document_path","hash")
);

-- CreateTable
CREATE TABLE "withheld" (
    "place" TEXT NOT NULL,
    "class" "content_class" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "withheld_pkey" PRIMARY KEY ("place","class")
);

-- CreateIndex
CREATE INDEX "document_class_idx" ON "document"("class");

-- CreateIndex
CREATE INDEX "document_legacy_slug_idx" ON "document"("legacy_slug");

-- CreateIndex
CREATE INDEX "text_revision_class_idx" ON "text_revision"("class");

-- CreateIndex
CREATE INDEX "text_revision_hash_idx" ON "text_revision"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "text_revision_document_path_locale_recorded_at_hash_commit_key" ON "text_revision"("document_path", "locale", "recorded_at", "hash", "commit");

-- CreateIndex
CREATE UNIQUE INDEX "text_revision_id_document_path_locale_key" ON "text_revision"("id", "document_path", "locale");

-- CreateIndex
CREATE INDEX "standing_text_document_path_idx" ON "standing_text"("document_path");

-- CreateIndex
CREATE INDEX "standing_text_class_idx" ON "standing_text"("class");

-- CreateIndex
CREATE UNIQUE INDEX "standing_text_text_revision_id_document_path_locale_key" ON "standing_text"("text_revision_id", "document_path", "locale");

-- CreateIndex
CREATE INDEX "workstream_class_idx" ON "workstream"("class");

-- CreateIndex
CREATE INDEX "tracker_row_class_idx" ON "tracker_row"("class");

-- CreateIndex
CREATE INDEX "ledger_line_document_path_recorded_at_idx" ON "ledger_line"("document_path", "recorded_at");

-- CreateIndex
CREATE INDEX "ledger_line_class_idx" ON "ledger_line"("class");

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_category_code_fkey" FOREIGN KEY ("category_code") REFERENCES "category"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_revision" ADD CONSTRAINT "text_revision_document_path_fkey" FOREIGN KEY ("document_path") REFERENCES "document"("path") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing_text" ADD CONSTRAINT "standing_text_document_path_fkey" FOREIGN KEY ("document_path") REFERENCES "document"("path") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing_text" ADD CONSTRAINT "standing_text_text_revision_id_document_path_locale_fkey" FOREIGN KEY ("text_revision_id", "document_path", "locale") REFERENCES "text_revision"("id", "document_path", "locale") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workstream" ADD CONSTRAINT "workstream_document_path_fkey" FOREIGN KEY ("document_path") REFERENCES "document"("path") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tracker_row" ADD CONSTRAINT "tracker_row_text_revision_id_fkey" FOREIGN KEY ("text_revision_id") REFERENCES "text_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tracker_row" ADD CONSTRAINT "tracker_row_document_path_number_fkey" FOREIGN KEY ("document_path", "number") REFERENCES "workstream"("document_path", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_document_path_fkey" FOREIGN KEY ("document_path") REFERENCES "document"("path") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_document_path_workstream_fkey" FOREIGN KEY ("document_path", "workstream") REFERENCES "workstream"("document_path", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Below this line: what Prisma's schema cannot say. `mza provision` has made the logins mza_write and mza_view_guest.

-- Values
ALTER TABLE "portal" ADD CONSTRAINT "portal_one_row" CHECK ("id" = 1);
ALTER TABLE "category" ADD CONSTRAINT "category_review_cycle_positive" CHECK ("review_cycle_days" > 0);
ALTER TABLE "document" ADD CONSTRAINT "document_path_below_category" CHECK (starts_with("path", "category_code" || '/'));
ALTER TABLE "text_revision" ADD CONSTRAINT "text_revision_hash_sha256" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "text_revision" ADD CONSTRAINT "text_revision_locale" CHECK ("locale" IN ('ka', 'en', 'ru', 'tr', 'hy', 'ar'));
ALTER TABLE "text_revision" ADD CONSTRAINT "text_revision_commit_named" CHECK (("origin" = 'commit') = ("commit" IS NOT NULL));
-- Without a commit, the unique index above takes two rows for different.
CREATE UNIQUE INDEX "text_revision_ingested_once" ON "text_revision"("document_path", "locale", "recorded_at", "hash") WHERE "commit" IS NULL;
CREATE UNIQUE INDEX "standing_text_one_current" ON "standing_text"("document_path", "locale") WHERE "is_current";
ALTER TABLE "workstream" ADD CONSTRAINT "workstream_number_range" CHECK ("number" BETWEEN 1 AND 999);
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_hash_sha256" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_for_friday" CHECK (extract(isodow FROM "for_friday") = 5);
ALTER TABLE "withheld" ADD CONSTRAINT "withheld_counts_something" CHECK ("count" > 0 AND "class" <> 'PUBLIC');

-- Facts are insert-only. A row's class is policy, not fact, and may follow its document's.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'class' = to_jsonb(OLD) - 'class' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "ingest_insert_only" BEFORE UPDATE OR DELETE ON "ingest" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
-- Title, metadata and tracker rows are read from the words, and read again when the reading is mended.
CREATE TRIGGER "text_revision_insert_only" BEFORE UPDATE OF "id", "document_path", "locale", "hash", "markdown", "recorded_at", "origin", "commit" OR DELETE ON "text_revision" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "ledger_line_insert_only" BEFORE UPDATE OR DELETE ON "ledger_line" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "ingest_no_truncate" BEFORE TRUNCATE ON "ingest" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "text_revision_no_truncate" BEFORE TRUNCATE ON "text_revision" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "ledger_line_no_truncate" BEFORE TRUNCATE ON "ledger_line" EXECUTE FUNCTION refuse_rewriting();

-- A row without a policy for a login is not seen by it. Not forced: the owner of the tables ingests past the policies.
ALTER TABLE "portal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ingest" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "category" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "document" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "text_revision" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "standing_text" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "workstream" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tracker_row" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ledger_line" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "withheld" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "_prisma_migrations" ENABLE ROW LEVEL SECURITY;

CREATE POLICY "guest_reads" ON "portal" FOR SELECT TO mza_view_guest USING (true);
CREATE POLICY "guest_reads" ON "category" FOR SELECT TO mza_view_guest USING (true);
CREATE POLICY "guest_reads" ON "withheld" FOR SELECT TO mza_view_guest USING (true);
CREATE POLICY "guest_reads_public" ON "document" FOR SELECT TO mza_view_guest USING ("class" = 'PUBLIC');
CREATE POLICY "guest_reads_public" ON "text_revision" FOR SELECT TO mza_view_guest USING ("class" = 'PUBLIC');
CREATE POLICY "guest_reads_public" ON "standing_text" FOR SELECT TO mza_view_guest USING ("class" = 'PUBLIC');
CREATE POLICY "guest_reads_public" ON "workstream" FOR SELECT TO mza_view_guest USING ("class" = 'PUBLIC');
CREATE POLICY "guest_reads_public" ON "tracker_row" FOR SELECT TO mza_view_guest USING ("class" = 'PUBLIC');
CREATE POLICY "guest_reads_public" ON "ledger_line" FOR SELECT TO mza_view_guest USING ("class" = 'PUBLIC');

GRANT SELECT ON "portal", "category", "withheld", "document", "text_revision", "standing_text", "workstream", "tracker_row", "ledger_line" TO mza_view_guest;
