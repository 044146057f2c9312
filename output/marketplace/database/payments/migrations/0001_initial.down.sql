-- Context: Payments (payments). Takes 0001_initial back.
-- Made by groundplan from the Design: change that and not this file.
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '15min';

-- undo create table: system/consistency/saga-create-payment
-- note: all rows of the table are lost
DROP TABLE saga_states;

-- undo create table: system/consistency/inbox
-- note: all rows of the table are lost
DROP TABLE inbox_messages;

-- undo create table: payments/entity/payment-event
-- note: all rows of the table are lost
DROP TABLE payment_events;

-- undo create table: payments/entity/refund
-- note: all rows of the table are lost
DROP TABLE refunds;

-- undo create table: payments/entity/payment
-- note: all rows of the table are lost
DROP TABLE payments;

COMMIT;
