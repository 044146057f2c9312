-- Context: Payments (payments). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: catalogue.invalid_index   severity: warning   phase: always   limit: 100
-- on: system/context/payments
-- finds: indexes that a failed build left behind: they cost writes and serve no reads
SELECT 'catalogue.invalid_index' AS check_id, CAST(i.indrelid AS regclass)::text AS object, c.relname::text AS row_key, NULL::text AS detail
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND NOT i.indisvalid LIMIT 100;

-- check: catalogue.not_validated_constraint   severity: warning   phase: always   limit: 100
-- on: system/context/payments
-- finds: constraints that hold for new rows only: old rows were never looked at
SELECT 'catalogue.not_validated_constraint' AS check_id, CAST(conrelid AS regclass)::text AS object, conname::text AS row_key, contype::text AS detail
FROM pg_constraint WHERE connamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND conparentid = 0 AND NOT convalidated LIMIT 100;
