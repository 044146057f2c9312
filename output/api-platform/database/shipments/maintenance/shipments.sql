-- Context: Shipments (shipments). Jobs for a scheduler, each statement in a transaction of its own, as a role that row-level security does not hold (BYPASSRLS).
-- Made by groundplan from the Design: change that and not this file.

-- job: shipments.retention   table: shipments   keeps: 1095 days   by: created_at
-- on: shipments/entity/shipment
-- does: puts into an archive rows older than 1095 days, a batch at a time; run it until it takes none
CREATE TABLE IF NOT EXISTS shipments_archive (LIKE shipments);
WITH old AS (
DELETE FROM shipments WHERE (id) IN (
  SELECT t.id FROM shipments AS t
  WHERE t.created_at < now() - interval '1095 days'
    AND NOT EXISTS (SELECT 1 FROM parcels AS k WHERE k.shipment_id = t.id)
    AND NOT EXISTS (SELECT 1 FROM quotes AS k WHERE k.shipment_id = t.id)
  ORDER BY t.created_at LIMIT 5000
)
RETURNING *)
INSERT INTO shipments_archive (id, sender_address, recipient_address, service_level, shipment_number, reference_of_the_shop, currency, status, created_at, updated_at) SELECT id, sender_address, recipient_address, service_level, shipment_number, reference_of_the_shop, currency, status, created_at, updated_at FROM old;
