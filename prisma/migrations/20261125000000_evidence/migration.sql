-- CreateEnum
CREATE TYPE "environment" AS ENUM ('dev', 'stage', 'prod');

-- CreateEnum
CREATE TYPE "finding" AS ENUM ('passed', 'failed', 'warned', 'not-run');

-- CreateTable
CREATE TABLE "evidence_run" (
    "id" SERIAL NOT NULL,
    "run_id" TEXT NOT NULL,
    "environment" "environment" NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "manifest" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "ingested_at" TIMESTAMPTZ(3) NOT NULL,
    "records" INTEGER NOT NULL,
    "class" "content_class" NOT NULL,

    CONSTRAINT "evidence_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standing_run" (
    "run" INTEGER NOT NULL,

    CONSTRAINT "standing_run_pkey" PRIMARY KEY ("run")
);

-- CreateTable
CREATE TABLE "evidence_file" (
    "run" INTEGER NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "first_record" INTEGER NOT NULL,
    "records" INTEGER NOT NULL,
    "ends_with_break" BOOLEAN NOT NULL,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("run","position")
);

-- CreateTable
CREATE TABLE "evidence_lane" (
    "run" INTEGER NOT NULL,
    "lane" INTEGER NOT NULL,
    "boundary" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "partition" INTEGER,
    "records" INTEGER NOT NULL,

    CONSTRAINT "evidence_lane_pkey" PRIMARY KEY ("run","lane")
);

-- CreateTable
CREATE TABLE "evidence_record" (
    "run" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "lane" INTEGER NOT NULL,
    "intent" TEXT,
    "event_id" TEXT,
    "line" TEXT NOT NULL,

    CONSTRAINT "evidence_record_pkey" PRIMARY KEY ("run","number")
);

-- CreateTable
CREATE TABLE "evidence_judgement" (
    "run" INTEGER NOT NULL,
    "checks_version" INTEGER NOT NULL,
    "replayed" TEXT[],
    "counts" JSONB NOT NULL,
    "profile" JSONB NOT NULL,

    CONSTRAINT "evidence_judgement_pkey" PRIMARY KEY ("run")
);

-- CreateTable
CREATE TABLE "evidence_finding" (
    "run" INTEGER NOT NULL,
    "check" TEXT NOT NULL,
    "finding" "finding" NOT NULL,
    "cause" TEXT,
    "judged" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "warned" INTEGER NOT NULL,
    "witnesses" JSONB NOT NULL,

    CONSTRAINT "evidence_finding_pkey" PRIMARY KEY ("run","check")
);

-- CreateIndex
CREATE UNIQUE INDEX "evidence_run_run_id_key" ON "evidence_run"("run_id");

-- CreateIndex
CREATE INDEX "evidence_run_environment_kind_finished_at_idx" ON "evidence_run"("environment", "kind", "finished_at");

-- CreateIndex
CREATE INDEX "evidence_run_class_idx" ON "evidence_run"("class");

-- CreateIndex
CREATE INDEX "evidence_record_run_lane_number_idx" ON "evidence_record"("run", "lane", "number");

-- CreateIndex
CREATE INDEX "evidence_record_run_intent_number_idx" ON "evidence_record"("run", "intent", "number");

-- CreateIndex
CREATE INDEX "evidence_record_run_event_id_number_idx" ON "evidence_record"("run", "event_id", "number");

-- AddForeignKey
ALTER TABLE "standing_run" ADD CONSTRAINT "standing_run_run_fkey" FOREIGN KEY ("run") REFERENCES "evidence_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_run_fkey" FOREIGN KEY ("run") REFERENCES "evidence_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_lane" ADD CONSTRAINT "evidence_lane_run_fkey" FOREIGN KEY ("run") REFERENCES "evidence_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_judgement" ADD CONSTRAINT "evidence_judgement_run_fkey" FOREIGN KEY ("run") REFERENCES "evidence_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_finding" ADD CONSTRAINT "evidence_finding_run_fkey" FOREIGN KEY ("run") REFERENCES "evidence_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Values that no bundle can have, whoever writes them.
ALTER TABLE "evidence_run" ADD CONSTRAINT "evidence_run_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "evidence_run" ADD CONSTRAINT "evidence_run_times_check" CHECK ("started_at" <= "finished_at");
ALTER TABLE "evidence_run" ADD CONSTRAINT "evidence_run_records_check" CHECK ("records" >= 0);
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "evidence_lane" ADD CONSTRAINT "evidence_lane_boundary_check" CHECK ("boundary" IN ('publish', 'consume', 'effect', 'dlq', 'replay'));

-- Bundles are insert-only. What the checks found of them is not: a mended check judges again.
CREATE TRIGGER "evidence_run_insert_only" BEFORE UPDATE OR DELETE ON "evidence_run" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "evidence_file_insert_only" BEFORE UPDATE OR DELETE ON "evidence_file" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "evidence_lane_insert_only" BEFORE UPDATE OR DELETE ON "evidence_lane" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "evidence_record_insert_only" BEFORE UPDATE OR DELETE ON "evidence_record" FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "evidence_run_no_truncate" BEFORE TRUNCATE ON "evidence_run" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "evidence_file_no_truncate" BEFORE TRUNCATE ON "evidence_file" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "evidence_lane_no_truncate" BEFORE TRUNCATE ON "evidence_lane" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "evidence_record_no_truncate" BEFORE TRUNCATE ON "evidence_record" EXECUTE FUNCTION refuse_rewriting();

-- A run is seen by its class; all that belongs to it, by whoever sees the run: policies apply within policies.
ALTER TABLE "evidence_run" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "standing_run" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "evidence_file" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "evidence_lane" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "evidence_record" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "evidence_judgement" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "evidence_finding" ENABLE ROW LEVEL SECURITY;

CREATE POLICY "guest_reads_public" ON "evidence_run" FOR SELECT TO mza_view_guest USING ("class" = 'PUBLIC');
CREATE POLICY "guest_reads_of_seen_runs" ON "standing_run" FOR SELECT TO mza_view_guest USING ("run" IN (SELECT "id" FROM "evidence_run"));
CREATE POLICY "guest_reads_of_seen_runs" ON "evidence_file" FOR SELECT TO mza_view_guest USING ("run" IN (SELECT "id" FROM "evidence_run"));
CREATE POLICY "guest_reads_of_seen_runs" ON "evidence_lane" FOR SELECT TO mza_view_guest USING ("run" IN (SELECT "id" FROM "evidence_run"));
CREATE POLICY "guest_reads_of_seen_runs" ON "evidence_record" FOR SELECT TO mza_view_guest USING ("run" IN (SELECT "id" FROM "evidence_run"));
CREATE POLICY "guest_reads_of_seen_runs" ON "evidence_judgement" FOR SELECT TO mza_view_guest USING ("run" IN (SELECT "id" FROM "evidence_run"));
CREATE POLICY "guest_reads_of_seen_runs" ON "evidence_finding" FOR SELECT TO mza_view_guest USING ("run" IN (SELECT "id" FROM "evidence_run"));

GRANT SELECT ON "evidence_run", "standing_run", "evidence_file", "evidence_lane", "evidence_record", "evidence_judgement", "evidence_finding" TO mza_view_guest;
