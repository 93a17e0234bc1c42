-- What an ingest changed, beside how much there was after it: for admins alone, as its row is. Null of ingests by earlier
-- versions, which did not record it.
ALTER TABLE "ingest" ADD COLUMN "changes" JSONB;
