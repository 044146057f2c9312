-- Context: Analytics (analytics). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: catalogue.not_strict   severity: warning   phase: always   limit: 100
-- on: system/context/analytics
-- finds: tables that take any value in any column
SELECT 'catalogue.not_strict' AS check_id, name AS object, name AS row_key, NULL AS detail
FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND substr(name, 1, 7) <> 'sqlite_' AND name NOT IN ('schema_migrations', 'flyway_schema_history') LIMIT 100;
