-- Context: Ordering (ordering). Jobs for a scheduler, each statement in a transaction of its own, as a role that row-level security does not hold (BYPASSRLS).
-- Made by groundplan from the Design: change that and not this file.

-- job: carts.retention   table: carts   keeps: 30 days   by: created_at
-- on: ordering/entity/cart
-- does: deletes rows older than 30 days, a batch at a time; run it until it takes none
DELETE FROM carts WHERE (id) IN (
  SELECT t.id FROM carts AS t
  WHERE t.created_at < now() - interval '30 days'
  ORDER BY t.created_at LIMIT 5000
);
