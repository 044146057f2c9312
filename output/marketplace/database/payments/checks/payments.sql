-- Context: Payments (payments). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: payments.id.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/payment/field/id
-- finds: rows without a value of id
SELECT 'payments.id.missing' AS check_id, 'payments.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM payments AS t
WHERE t.id IS NULL LIMIT 100;

-- check: payments.order_id.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/payment/field/order-id
-- finds: rows without a value of order_id
SELECT 'payments.order_id.missing' AS check_id, 'payments.order_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM payments AS t
WHERE t.order_id IS NULL LIMIT 100;

-- check: payments.payer_account_id.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/payment/field/payer-account-id
-- finds: rows without a value of payer_account_id
SELECT 'payments.payer_account_id.missing' AS check_id, 'payments.payer_account_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM payments AS t
WHERE t.payer_account_id IS NULL LIMIT 100;

-- check: payments.amount.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/payment/field/amount
-- finds: rows without a value of amount
SELECT 'payments.amount.missing' AS check_id, 'payments.amount' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM payments AS t
WHERE t.amount IS NULL LIMIT 100;

-- check: payments.provider_reference.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/payment/field/provider-reference
-- finds: rows without a value of provider_reference
SELECT 'payments.provider_reference.missing' AS check_id, 'payments.provider_reference' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM payments AS t
WHERE t.provider_reference IS NULL LIMIT 100;

-- check: payments.status.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/payment/field/status
-- finds: rows without a value of status
SELECT 'payments.status.missing' AS check_id, 'payments.status' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM payments AS t
WHERE t.status IS NULL LIMIT 100;

-- check: payments.created_at.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/payment/field/created-at
-- finds: rows without a value of created_at
SELECT 'payments.created_at.missing' AS check_id, 'payments.created_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM payments AS t
WHERE t.created_at IS NULL LIMIT 100;

-- check: payments.updated_at.missing   severity: error   phase: always   limit: 100
-- on: payments/entity/payment/field/updated-at
-- finds: rows without a value of updated_at
SELECT 'payments.updated_at.missing' AS check_id, 'payments.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM payments AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: payments.id.duplicate   severity: error   phase: always   limit: 100
-- on: payments/entity/payment
-- finds: values of id that stand twice
SELECT 'payments.id.duplicate' AS check_id, 'payments.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM payments AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: payments.provider_reference.duplicate   severity: error   phase: always   limit: 100
-- on: payments/entity/payment/key/unique-provider-reference
-- finds: values of provider_reference that stand twice
SELECT 'payments.provider_reference.duplicate' AS check_id, 'payments.provider_reference' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM payments AS t
WHERE t.provider_reference IS NOT NULL
GROUP BY t.provider_reference HAVING COUNT(*) > 1 LIMIT 100;

-- check: payments.amount.forbidden   severity: error   phase: always   limit: 100
-- on: payments/entity/payment/field/amount
-- finds: values of amount that payments_amount_check forbids
SELECT 'payments.amount.forbidden' AS check_id, 'payments.amount' AS object, CAST(t.id AS text) AS row_key, CAST(t.amount AS text) AS detail
FROM payments AS t
WHERE NOT (t.amount >= 0) LIMIT 100;

-- check: payments.status.forbidden   severity: error   phase: always   limit: 100
-- on: payments/entity/payment/field/status
-- finds: values of status that payments_status_check forbids
SELECT 'payments.status.forbidden' AS check_id, 'payments.status' AS object, CAST(t.id AS text) AS row_key, CAST(t.status AS text) AS detail
FROM payments AS t
WHERE NOT (t.status IN ('pending', 'succeeded', 'failed')) LIMIT 100;

-- check: payments.amount.forbidden_2   severity: error   phase: always   limit: 100
-- on: payments/entity/payment/rule/amount-positive
-- finds: values of amount that payments_amount_2_check forbids
SELECT 'payments.amount.forbidden_2' AS check_id, 'payments.amount' AS object, CAST(t.id AS text) AS row_key, CAST(t.amount AS text) AS detail
FROM payments AS t
WHERE NOT (t.amount > 0) LIMIT 100;
