-- Context: Ordering (ordering). Takes 0001_initial back.
-- Made by groundplan from the Design: change that and not this file.
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '15min';

-- undo create table: system/consistency/saga-place-order
-- note: all rows of the table are lost
DROP TABLE saga_states;

-- undo create table: system/consistency/inbox
-- note: all rows of the table are lost
DROP TABLE inbox_messages;

-- undo create table: system/consistency/outbox
-- note: all rows of the table are lost
DROP TABLE outbox_messages;

-- undo create table: ordering/entity/stock-reservation
-- note: all rows of the table are lost
DROP TABLE stock_reservations;

-- undo create table: ordering/entity/order-line
-- note: all rows of the table are lost
DROP TABLE order_lines;

-- undo create table: ordering/entity/order
-- note: all rows of the table are lost
DROP TABLE orders;

-- undo create table: ordering/entity/cart-line
-- note: all rows of the table are lost
DROP TABLE cart_lines;

-- undo create table: ordering/entity/cart
-- note: all rows of the table are lost
DROP TABLE carts;

COMMIT;
