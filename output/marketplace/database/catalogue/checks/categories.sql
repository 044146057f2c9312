-- Context: Catalogue (catalogue). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: categories.id.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/category/field/id
-- finds: rows without a value of id
SELECT 'categories.id.missing' AS check_id, 'categories.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM categories AS t
WHERE t.id IS NULL LIMIT 100;

-- check: categories.name.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/category/field/name
-- finds: rows without a value of name
SELECT 'categories.name.missing' AS check_id, 'categories.name' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM categories AS t
WHERE t.name IS NULL LIMIT 100;

-- check: categories.slug.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/category/field/slug
-- finds: rows without a value of slug
SELECT 'categories.slug.missing' AS check_id, 'categories.slug' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM categories AS t
WHERE t.slug IS NULL LIMIT 100;

-- check: categories.created_at.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/category/field/created-at
-- finds: rows without a value of created_at
SELECT 'categories.created_at.missing' AS check_id, 'categories.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM categories AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: categories.updated_at.missing   severity: error   phase: always   limit: 100
-- on: catalogue/entity/category/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'categories.updated_at.missing' AS check_id, 'categories.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM categories AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: categories.id.duplicate   severity: error   phase: always   limit: 100
-- on: catalogue/entity/category
-- finds: values of id that stand twice
SELECT 'categories.id.duplicate' AS check_id, 'categories.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM categories AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: categories.slug.duplicate   severity: error   phase: always   limit: 100
-- on: catalogue/entity/category/key/unique-slug
-- finds: values of slug that stand twice
SELECT 'categories.slug.duplicate' AS check_id, 'categories.slug' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM categories AS t
WHERE t.slug IS NOT NULL
GROUP BY t.slug HAVING COUNT(*) > 1 LIMIT 100;

-- check: categories.parent_id.orphan   severity: error   phase: always   limit: 100
-- on: catalogue/entity/category/relation/parent
-- finds: rows whose parent_id is in no row of categories
SELECT 'categories.parent_id.orphan' AS check_id, 'categories.parent_id' AS object, CAST(t.id AS text) AS row_key, CAST(t.parent_id AS text) AS detail
FROM categories AS t
LEFT JOIN categories AS p ON p.id = t.parent_id
WHERE t.parent_id IS NOT NULL AND p.id IS NULL LIMIT 100;
