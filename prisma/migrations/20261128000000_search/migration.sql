-- Trusted: the owner of the tables may create it (CREATE on the database).
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- What of an item search looks at: a section, a workstream, a note, a run, in one language, as it stood for a while.
-- Written anew from the other tables whenever they change, so it is not insert-only.
-- Partitioned by class: matching a text is no leakproof operator, so behind a policy that looks at a column the planner
-- would compare every row instead of asking the index. A login reads the partitions of the classes that it may see, each
-- with a policy that lets all of it be seen, and has no right to the others (docs/decisions/0029).
CREATE TABLE "search_text" (
    "id" BIGSERIAL NOT NULL,
    "item" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lang" TEXT,
    "part" INTEGER NOT NULL,
    "document_path" TEXT,
    "category_code" TEXT,
    "number" INTEGER,
    "anchor" TEXT,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "is_current" BOOLEAN NOT NULL,
    "held" TSTZMULTIRANGE NOT NULL,
    "vector" TSVECTOR NOT NULL,
    "class" "content_class" NOT NULL,

    CONSTRAINT "search_text_pkey" PRIMARY KEY ("id", "class"),
    CONSTRAINT "search_text_kind_check" CHECK ("kind" IN ('document', 'section', 'workstream', 'note', 'run', 'term'))
) PARTITION BY LIST ("class");

CREATE TABLE "search_text_public" PARTITION OF "search_text" FOR VALUES IN ('PUBLIC');
CREATE TABLE "search_text_internal" PARTITION OF "search_text" FOR VALUES IN ('INTERNAL');
CREATE TABLE "search_text_restricted" PARTITION OF "search_text" FOR VALUES IN ('RESTRICTED');

CREATE INDEX "search_text_item_idx" ON "search_text" ("item");
CREATE INDEX "search_text_document_path_idx" ON "search_text" ("document_path");
CREATE INDEX "search_text_vector_idx" ON "search_text" USING GIN ("vector");

-- The keys that texts of a class have, for words that are misspelt.
CREATE TABLE "search_word" (
    "key" TEXT NOT NULL,
    "texts" INTEGER NOT NULL,
    "class" "content_class" NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("key", "class")
) PARTITION BY LIST ("class");

CREATE TABLE "search_word_public" PARTITION OF "search_word" FOR VALUES IN ('PUBLIC');
CREATE TABLE "search_word_internal" PARTITION OF "search_word" FOR VALUES IN ('INTERNAL');
CREATE TABLE "search_word_restricted" PARTITION OF "search_word" FOR VALUES IN ('RESTRICTED');

CREATE INDEX "search_word_key_idx" ON "search_word" USING GIN ("key" gin_trgm_ops);

-- Of what each source was like when its texts were last written. Nobody reads it but ingest.
CREATE TABLE "search_source" (
    "source" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "search_source_pkey" PRIMARY KEY ("source")
);

ALTER TABLE "search_text" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "search_text_public" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "search_text_internal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "search_text_restricted" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "search_word" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "search_word_public" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "search_word_internal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "search_word_restricted" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "search_source" ENABLE ROW LEVEL SECURITY;

CREATE POLICY "guest_reads" ON "search_text_public" FOR SELECT TO mza_view_guest USING (true);
CREATE POLICY "guest_reads" ON "search_word_public" FOR SELECT TO mza_view_guest USING (true);

GRANT SELECT ON "search_text_public", "search_word_public" TO mza_view_guest;

-- CreateTable
CREATE TABLE "glossary_term" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT,
    "linked" BOOLEAN NOT NULL,
    "name" JSONB NOT NULL,
    "definition" JSONB NOT NULL,

    CONSTRAINT "glossary_term_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "glossary_term" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "guest_reads" ON "glossary_term" FOR SELECT TO mza_view_guest USING (true);
GRANT SELECT ON "glossary_term" TO mza_view_guest;

-- A shelf of the library is read a page at a time, and what was recorded last before what was recorded earlier.
CREATE INDEX "document_category_code_position_path_idx" ON "document"("category_code", "position", "path");
CREATE INDEX "text_revision_recorded_at_idx" ON "text_revision"("recorded_at" DESC);
