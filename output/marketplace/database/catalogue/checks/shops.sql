-- Context: Catalogue (catalogue). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: shops.id.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/shop/field/id
-- finds: rows without a value of id
SELECT 'shops.id.missing' AS check_id, 'shops.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shops AS t
WHERE t.id IS NULL LIMIT 100;

-- check: shops.owner_account_id.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/shop/field/owner-account-id
-- finds: rows without a value of owner_account_id
SELECT 'shops.owner_account_id.missing' AS check_id, 'shops.owner_account_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shops AS t
WHERE t.owner_account_id IS NULL LIMIT 100;

-- check: shops.name.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/shop/field/name
-- finds: rows without a value of name
SELECT 'shops.name.missing' AS check_id, 'shops.name' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shops AS t
WHERE t.name IS NULL LIMIT 100;

-- check: shops.slug.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/shop/field/slug
-- finds: rows without a value of slug
SELECT 'shops.slug.missing' AS check_id, 'shops.slug' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shops AS t
WHERE t.slug IS NULL LIMIT 100;

-- check: shops.description.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/shop/field/description
-- finds: rows without a value of description
SELECT 'shops.description.missing' AS check_id, 'shops.description' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shops AS t
WHERE t.description IS NULL LIMIT 100;

-- check: shops.created_at.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/shop/field/created-at
-- finds: rows without a value of created_at
SELECT 'shops.created_at.missing' AS check_id, 'shops.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shops AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: shops.updated_at.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/shop/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'shops.updated_at.missing' AS check_id, 'shops.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM shops AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: shops.id.duplicate   severity: error   phase: always   limit: 100
-- on: catalogue/entity/shop
-- finds: values of id that stand twice
SELECT 'shops.id.duplicate' AS check_id, 'shops.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM shops AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: shops.slug.duplicate   severity: error   phase: always   limit: 100
-- on: catalogue/entity/shop/key/unique-slug
-- finds: values of slug that stand twice
SELECT 'shops.slug.duplicate' AS check_id, 'shops.slug' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM shops AS t
WHERE t.slug IS NOT NULL
GROUP BY t.slug HAVING COUNT(*) > 1 LIMIT 100;

-- check: shops.description.forbidden   severity: error   phase: always   limit: 100
-- on: catalogue/entity/shop/field/description
-- finds: values of description that shops_description_check forbids
SELECT 'shops.description.forbidden' AS check_id, 'shops.description' AS object, CAST(t.id AS text) AS row_key, CAST(char_length(t.description) AS text) AS detail
FROM shops AS t
WHERE NOT (char_length(t.description) <= 5000) LIMIT 100;
