-- Context: Analytics (analytics). Takes 0001_initial back.
-- Made by groundplan from the Design: change that and not this file.
-- Written for SQLite 3.37 or later.
-- Foreign keys hold only on connections that run PRAGMA foreign_keys = ON.
-- Decimals are floating-point numbers of 15 digits; times are texts in UTC.
PRAGMA foreign_keys = OFF;
PRAGMA busy_timeout = 5000;
BEGIN IMMEDIATE;

-- undo create table: analytics/entity/reading
-- note: all rows of the table are lost
DROP TABLE readings;

-- undo create table: analytics/entity/meter
-- note: all rows of the table are lost
DROP TABLE meters;

PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;
