-- Context: Shipments (shipments). Takes 0001_initial back.
-- Made by groundplan from the Design: change that and not this file.
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '15min';

-- undo create table: system/consistency/outbox
-- note: all rows of the table are lost
DROP TABLE outbox_messages;

-- undo create table: shipments/entity/quote
-- note: all rows of the table are lost
DROP TABLE quotes;

-- undo create table: shipments/entity/label
-- note: all rows of the table are lost
DROP TABLE labels;

-- undo create table: shipments/entity/tracking-event
-- note: all rows of the table are lost
DROP TABLE tracking_events;

-- undo create table: shipments/entity/parcel
-- note: all rows of the table are lost
DROP TABLE parcels;

-- undo create table: shipments/entity/pickup-point
-- note: all rows of the table are lost
DROP TABLE pickup_points;

-- undo create table: shipments/entity/shipment
-- note: all rows of the table are lost
DROP TABLE shipments;

COMMIT;
