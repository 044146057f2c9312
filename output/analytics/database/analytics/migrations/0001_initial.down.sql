-- Context: Analytics (analytics). Takes 0001_initial back.
-- Made by groundplan from the Design: change that and not this file.
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '15min';

-- undo create table: analytics/entity/replay
-- note: all rows of the table are lost
DROP TABLE replays;

-- undo create table: analytics/entity/report
-- note: all rows of the table are lost
DROP TABLE reports;

-- undo create table: analytics/entity/dashboard
-- note: all rows of the table are lost
DROP TABLE dashboards;

COMMIT;
