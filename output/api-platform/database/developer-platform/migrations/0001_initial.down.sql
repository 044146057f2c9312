-- Context: Developer platform (developer-platform). Takes 0001_initial back.
-- Made by groundplan from the Design: change that and not this file.
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '15min';

-- undo create table: developer-platform/entity/usage-record
-- note: all rows of the table are lost
DROP TABLE usage_records;

-- undo create table: developer-platform/entity/webhook-delivery
-- note: all rows of the table are lost
DROP TABLE webhook_deliveries;

-- undo create table: developer-platform/entity/webhook-endpoint
-- note: all rows of the table are lost
DROP TABLE webhook_endpoints;

-- undo create table: developer-platform/entity/api-key
-- note: all rows of the table are lost
DROP TABLE api_keys;

-- undo create table: developer-platform/entity/application
-- note: all rows of the table are lost
DROP TABLE applications;

COMMIT;
