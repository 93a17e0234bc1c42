-- CreateTable
CREATE TABLE "text_section" (
    "text_revision_id" INTEGER NOT NULL,
    "document_path" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER,
    "heading" TEXT NOT NULL,
    "anchor" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "base_hash" TEXT,
    "class" "content_class" NOT NULL,

    CONSTRAINT "text_section_pkey" PRIMARY KEY ("text_revision_id","position")
);

-- CreateIndex
CREATE INDEX "text_section_document_path_idx" ON "text_section"("document_path");

-- CreateIndex
CREATE INDEX "text_section_class_idx" ON "text_section"("class");

-- CreateIndex
CREATE UNIQUE INDEX "text_section_text_revision_id_key_key" ON "text_section"("text_revision_id", "key");

-- AddForeignKey
ALTER TABLE "text_section" ADD CONSTRAINT "text_section_text_revision_id_fkey" FOREIGN KEY ("text_revision_id") REFERENCES "text_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Values
ALTER TABLE "text_section" ADD CONSTRAINT "text_section_position_counted" CHECK ("position" >= 0);
ALTER TABLE "text_section" ADD CONSTRAINT "text_section_hash_short" CHECK ("hash" ~ '^[0-9a-f]{12}$');
ALTER TABLE "text_section" ADD CONSTRAINT "text_section_base_hash_short" CHECK ("base_hash" ~ '^[0-9a-f]{12}$');

-- Read from the words, as tracker rows are, and written again when the reading is mended: not insert-only.
ALTER TABLE "text_section" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "guest_reads_public" ON "text_section" FOR SELECT TO mza_view_guest USING ("class" = 'PUBLIC');
GRANT SELECT ON "text_section" TO mza_view_guest;
