-- Context: Ordering (ordering). Jobs for a scheduler, each statement in a transaction of its own, as a role that row-level security does not hold (BYPASSRLS).
-- Made by groundplan from the Design: change that and not this file.

-- job: orders.retention   table: orders   keeps: 3650 days   by: created_at
-- on: ordering/entity/order
-- does: puts into an archive rows older than 3650 days, a batch at a time; run it until it takes none
CREATE TABLE IF NOT EXISTS orders_archive (LIKE orders);
WITH old AS (
DELETE FROM orders WHERE (id) IN (
  SELECT t.id FROM orders AS t
  WHERE t.created_at < now() - interval '3650 days'
  ORDER BY t.created_at LIMIT 5000
)
RETURNING *)
INSERT INTO orders_archive (id, buyer_account_id, order_number, total, currency, shipping_address, status, tracking_number, created_at, updated_at) SELECT id, buyer_account_id, order_number, total, currency, shipping_address, status, tracking_number, created_at, updated_at FROM old;
