-- Context: Shipments (shipments). Jobs for a scheduler, each statement in a transaction of its own, as a role that row-level security does not hold (BYPASSRLS).
-- Made by groundplan from the Design: change that and not this file.

-- job: tracking_events.retention   table: tracking_events   keeps: 180 days   by: occurred_at
-- on: shipments/entity/tracking-event
-- does: deletes rows older than 180 days, a batch at a time; run it until it takes none
DELETE FROM tracking_events WHERE (id) IN (
  SELECT t.id FROM tracking_events AS t
  WHERE t.occurred_at < now() - interval '180 days'
  ORDER BY t.occurred_at LIMIT 5000
);
