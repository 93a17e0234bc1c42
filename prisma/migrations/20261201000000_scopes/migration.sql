-- Each scope reads by a login of its own, which `mza provision` has made. What it sees of a class says a policy of its own:
-- a row without one for a login is not seen by it, so a policy that is lost shows less, never more (docs/decisions/0032).

-- What every reader sees.
CREATE POLICY "signed_in_read" ON "portal" FOR SELECT TO mza_view_owner, mza_view_reviewer, mza_view_admin USING (true);
CREATE POLICY "signed_in_read" ON "category" FOR SELECT TO mza_view_owner, mza_view_reviewer, mza_view_admin USING (true);
CREATE POLICY "signed_in_read" ON "withheld" FOR SELECT TO mza_view_owner, mza_view_reviewer, mza_view_admin USING (true);
CREATE POLICY "signed_in_read" ON "glossary_term" FOR SELECT TO mza_view_owner, mza_view_reviewer, mza_view_admin USING (true);

-- What each scope sees by its class (VISIBLE_TO in features/access/class-model.ts).
CREATE POLICY "owner_reads" ON "document" FOR SELECT TO mza_view_owner USING ("class" IN ('PUBLIC', 'INTERNAL'));
CREATE POLICY "reviewer_reads" ON "document" FOR SELECT TO mza_view_reviewer USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "admin_reads" ON "document" FOR SELECT TO mza_view_admin USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "owner_reads" ON "text_revision" FOR SELECT TO mza_view_owner USING ("class" IN ('PUBLIC', 'INTERNAL'));
CREATE POLICY "reviewer_reads" ON "text_revision" FOR SELECT TO mza_view_reviewer USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "admin_reads" ON "text_revision" FOR SELECT TO mza_view_admin USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "owner_reads" ON "standing_text" FOR SELECT TO mza_view_owner USING ("class" IN ('PUBLIC', 'INTERNAL'));
CREATE POLICY "reviewer_reads" ON "standing_text" FOR SELECT TO mza_view_reviewer USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "admin_reads" ON "standing_text" FOR SELECT TO mza_view_admin USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "owner_reads" ON "workstream" FOR SELECT TO mza_view_owner USING ("class" IN ('PUBLIC', 'INTERNAL'));
CREATE POLICY "reviewer_reads" ON "workstream" FOR SELECT TO mza_view_reviewer USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "admin_reads" ON "workstream" FOR SELECT TO mza_view_admin USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "owner_reads" ON "tracker_row" FOR SELECT TO mza_view_owner USING ("class" IN ('PUBLIC', 'INTERNAL'));
CREATE POLICY "reviewer_reads" ON "tracker_row" FOR SELECT TO mza_view_reviewer USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "admin_reads" ON "tracker_row" FOR SELECT TO mza_view_admin USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "owner_reads" ON "ledger_line" FOR SELECT TO mza_view_owner USING ("class" IN ('PUBLIC', 'INTERNAL'));
CREATE POLICY "reviewer_reads" ON "ledger_line" FOR SELECT TO mza_view_reviewer USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "admin_reads" ON "ledger_line" FOR SELECT TO mza_view_admin USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "owner_reads" ON "text_section" FOR SELECT TO mza_view_owner USING ("class" IN ('PUBLIC', 'INTERNAL'));
CREATE POLICY "reviewer_reads" ON "text_section" FOR SELECT TO mza_view_reviewer USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "admin_reads" ON "text_section" FOR SELECT TO mza_view_admin USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "owner_reads" ON "evidence_run" FOR SELECT TO mza_view_owner USING ("class" IN ('PUBLIC', 'INTERNAL'));
CREATE POLICY "reviewer_reads" ON "evidence_run" FOR SELECT TO mza_view_reviewer USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));
CREATE POLICY "admin_reads" ON "evidence_run" FOR SELECT TO mza_view_admin USING ("class" IN ('PUBLIC', 'INTERNAL', 'RESTRICTED'));

-- What belongs to a run is seen by whoever sees the run: policies apply within policies.
CREATE POLICY "signed_in_read_of_seen_runs" ON "standing_run" FOR SELECT TO mza_view_owner, mza_view_reviewer, mza_view_admin USING ("run" IN (SELECT "id" FROM "evidence_run"));
CREATE POLICY "signed_in_read_of_seen_runs" ON "evidence_file" FOR SELECT TO mza_view_owner, mza_view_reviewer, mza_view_admin USING ("run" IN (SELECT "id" FROM "evidence_run"));
CREATE POLICY "signed_in_read_of_seen_runs" ON "evidence_lane" FOR SELECT TO mza_view_owner, mza_view_reviewer, mza_view_admin USING ("run" IN (SELECT "id" FROM "evidence_run"));
CREATE POLICY "signed_in_read_of_seen_runs" ON "evidence_record" FOR SELECT TO mza_view_owner, mza_view_reviewer, mza_view_admin USING ("run" IN (SELECT "id" FROM "evidence_run"));
CREATE POLICY "signed_in_read_of_seen_runs" ON "evidence_judgement" FOR SELECT TO mza_view_owner, mza_view_reviewer, mza_view_admin USING ("run" IN (SELECT "id" FROM "evidence_run"));
CREATE POLICY "signed_in_read_of_seen_runs" ON "evidence_finding" FOR SELECT TO mza_view_owner, mza_view_reviewer, mza_view_admin USING ("run" IN (SELECT "id" FROM "evidence_run"));

GRANT SELECT ON "portal", "category", "withheld", "glossary_term", "document", "text_revision", "standing_text", "workstream", "tracker_row", "ledger_line", "text_section", "evidence_run", "standing_run", "evidence_file", "evidence_lane", "evidence_record", "evidence_judgement", "evidence_finding" TO mza_view_owner, mza_view_reviewer, mza_view_admin;

-- What each ingest changed is for those who run the portal.
CREATE POLICY "admin_reads" ON "ingest" FOR SELECT TO mza_view_admin USING (true);
GRANT SELECT ON "ingest" TO mza_view_admin;

-- Search: the partitions of the classes that a scope sees, each of them whole.
CREATE POLICY "signed_in_read" ON "search_text_public" FOR SELECT TO mza_view_owner, mza_view_reviewer, mza_view_admin USING (true);
CREATE POLICY "signed_in_read" ON "search_word_public" FOR SELECT TO mza_view_owner, mza_view_reviewer, mza_view_admin USING (true);
GRANT SELECT ON "search_text_public", "search_word_public" TO mza_view_owner, mza_view_reviewer, mza_view_admin;
CREATE POLICY "signed_in_read" ON "search_text_internal" FOR SELECT TO mza_view_owner, mza_view_reviewer, mza_view_admin USING (true);
CREATE POLICY "signed_in_read" ON "search_word_internal" FOR SELECT TO mza_view_owner, mza_view_reviewer, mza_view_admin USING (true);
GRANT SELECT ON "search_text_internal", "search_word_internal" TO mza_view_owner, mza_view_reviewer, mza_view_admin;
CREATE POLICY "signed_in_read" ON "search_text_restricted" FOR SELECT TO mza_view_reviewer, mza_view_admin USING (true);
CREATE POLICY "signed_in_read" ON "search_word_restricted" FOR SELECT TO mza_view_reviewer, mza_view_admin USING (true);
GRANT SELECT ON "search_text_restricted", "search_word_restricted" TO mza_view_reviewer, mza_view_admin;

-- Nobody but the owner of the tables is given a function of theirs by default.
REVOKE EXECUTE ON FUNCTION refuse_rewriting() FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
