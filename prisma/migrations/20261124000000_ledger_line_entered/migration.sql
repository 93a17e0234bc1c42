-- AlterTable
ALTER TABLE "ledger_line" ADD COLUMN "entered_at" TIMESTAMPTZ(3);

-- When a line was first committed is known of git, not of the line: it may be learnt later, and changes with git's history.
CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - '{class,entered_at}'::text[] = to_jsonb(OLD) - '{class,entered_at}'::text[] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
