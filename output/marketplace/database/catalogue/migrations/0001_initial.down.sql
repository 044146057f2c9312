-- Context: Catalogue (catalogue). Takes 0001_initial back.
-- Made by groundplan from the Design: change that and not this file.
BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '15min';

-- undo create table: system/consistency/inbox
-- note: all rows of the table are lost
DROP TABLE inbox_messages;

-- undo create table: system/consistency/outbox
-- note: all rows of the table are lost
DROP TABLE outbox_messages;

-- undo create table: catalogue/entity/review
-- note: all rows of the table are lost
DROP TABLE reviews;

-- undo create table: catalogue/entity/product
-- note: all rows of the table are lost
DROP TABLE products;

-- undo create table: catalogue/entity/category
-- note: all rows of the table are lost
DROP TABLE categories;

-- undo create table: catalogue/entity/shop
-- note: all rows of the table are lost
DROP TABLE shops;

COMMIT;
