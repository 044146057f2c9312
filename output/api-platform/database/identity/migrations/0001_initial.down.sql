-- Context: Identity and access (identity). Takes 0001_initial back.
-- Made by groundplan from the Design: change that and not this file.
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '15min';

-- undo create table: identity/entity/session
-- note: all rows of the table are lost
DROP TABLE sessions;

-- undo create table: identity/entity/account
-- note: all rows of the table are lost
DROP TABLE accounts;

COMMIT;
