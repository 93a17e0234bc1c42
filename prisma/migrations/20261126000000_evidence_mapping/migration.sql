-- Read from the words, as title and metadata are, so the trigger that keeps texts as they were does not name it.
ALTER TABLE "text_revision" ADD COLUMN "evidence_mapping" JSONB;
