-- Context: Scooters (scooters). Takes 0001_initial back.
-- Made by groundplan from the Design: change that and not this file.
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '15min';

-- undo create table: scooters/entity/alert-rule
-- note: all rows of the table are lost
DROP TABLE alert_rules;

-- undo create table: scooters/entity/metric-definition
-- note: all rows of the table are lost
DROP TABLE metric_definitions;

-- undo create table: scooters/entity/zone
-- note: all rows of the table are lost
DROP TABLE zones;

-- undo create table: scooters/entity/alert
-- note: all rows of the table are lost
DROP TABLE alerts;

-- undo create table: scooters/entity/scooter
-- note: all rows of the table are lost
DROP TABLE scooters;

COMMIT;
