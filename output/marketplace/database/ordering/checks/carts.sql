-- Context: Ordering (ordering). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: carts.id.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart/field/id
-- finds: rows without a value of id
SELECT 'carts.id.missing' AS check_id, 'carts.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM carts AS t
WHERE t.id IS NULL LIMIT 100;

-- check: carts.buyer_account_id.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart/field/buyer-account-id
-- finds: rows without a value of buyer_account_id
SELECT 'carts.buyer_account_id.missing' AS check_id, 'carts.buyer_account_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM carts AS t
WHERE t.buyer_account_id IS NULL LIMIT 100;

-- check: carts.created_at.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart/field/created-at
-- finds: rows without a value of created_at
SELECT 'carts.created_at.missing' AS check_id, 'carts.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM carts AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: carts.updated_at.missing   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'carts.updated_at.missing' AS check_id, 'carts.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM carts AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: carts.id.duplicate   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart
-- finds: values of id that stand twice
SELECT 'carts.id.duplicate' AS check_id, 'carts.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM carts AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: carts.buyer_account_id.duplicate   severity: error   phase: always   limit: 100
-- on: ordering/entity/cart/key/unique-buyer-account-id
-- finds: values of buyer_account_id that stand twice
SELECT 'carts.buyer_account_id.duplicate' AS check_id, 'carts.buyer_account_id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM carts AS t
WHERE t.buyer_account_id IS NOT NULL
GROUP BY t.buyer_account_id HAVING COUNT(*) > 1 LIMIT 100;
