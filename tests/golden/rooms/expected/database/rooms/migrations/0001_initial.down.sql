-- Context: Rooms (rooms). Takes 0001_initial back.
-- Made by groundplan from the Design: change that and not this file.
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '15min';

-- undo create table: system/consistency/outbox
-- note: all rows of the table are lost
DROP TABLE outbox_messages;

-- undo create table: rooms/entity/equipment
-- note: all rows of the table are lost
DROP TABLE equipment;

-- undo create table: rooms/entity/booking
-- note: all rows of the table are lost
DROP TABLE bookings;

-- undo create table: rooms/entity/room
-- note: all rows of the table are lost
DROP TABLE rooms;

COMMIT;
