-- Context: Payments (payments). Each query returns the rows that break a rule: none is fine.
-- Made by groundplan from the Design: change that and not this file.

-- check: saga_states.id.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/saga-create-payment
-- finds: rows without a value of id
SELECT 'saga_states.id.missing' AS check_id, 'saga_states.id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM saga_states AS t
WHERE t.id IS NULL LIMIT 100;

-- check: saga_states.saga.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/saga-create-payment
-- finds: rows without a value of saga
SELECT 'saga_states.saga.missing' AS check_id, 'saga_states.saga' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM saga_states AS t
WHERE t.saga IS NULL LIMIT 100;

-- check: saga_states.correlation_id.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/saga-create-payment
-- finds: rows without a value of correlation_id
SELECT 'saga_states.correlation_id.missing' AS check_id, 'saga_states.correlation_id' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM saga_states AS t
WHERE t.correlation_id IS NULL LIMIT 100;

-- check: saga_states.state.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/saga-create-payment
-- finds: rows without a value of state
SELECT 'saga_states.state.missing' AS check_id, 'saga_states.state' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM saga_states AS t
WHERE t.state IS NULL LIMIT 100;

-- check: saga_states.step.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/saga-create-payment
-- finds: rows without a value of step
SELECT 'saga_states.step.missing' AS check_id, 'saga_states.step' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM saga_states AS t
WHERE t.step IS NULL LIMIT 100;

-- check: saga_states.payload.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/saga-create-payment
-- finds: rows without a value of payload
SELECT 'saga_states.payload.missing' AS check_id, 'saga_states.payload' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM saga_states AS t
WHERE t.payload IS NULL LIMIT 100;

-- check: saga_states.started_at.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/saga-create-payment
-- finds: rows without a value of started_at
SELECT 'saga_states.started_at.missing' AS check_id, 'saga_states.started_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM saga_states AS t
WHERE t.started_at IS NULL LIMIT 100;

-- check: saga_states.updated_at.missing   severity: error   phase: always   limit: 100
-- on: system/consistency/saga-create-payment
-- finds: rows without a value of updated_at
SELECT 'saga_states.updated_at.missing' AS check_id, 'saga_states.updated_at' AS object, CAST(t.id AS text) AS row_key, NULL AS detail
FROM saga_states AS t
WHERE t.updated_at IS NULL LIMIT 100;

-- check: saga_states.id.duplicate   severity: error   phase: always   limit: 100
-- on: system/consistency/saga-create-payment
-- finds: values of id that stand twice
SELECT 'saga_states.id.duplicate' AS check_id, 'saga_states.id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM saga_states AS t
WHERE t.id IS NOT NULL
GROUP BY t.id HAVING COUNT(*) > 1 LIMIT 100;

-- check: saga_states.saga_correlation_id.duplicate   severity: error   phase: always   limit: 100
-- on: system/consistency/saga-create-payment
-- finds: values of saga, correlation_id that stand twice
SELECT 'saga_states.saga_correlation_id.duplicate' AS check_id, 'saga_states.saga+correlation_id' AS object, MIN(CAST(t.id AS text)) AS row_key, CAST(COUNT(*) AS text) AS detail
FROM saga_states AS t
WHERE t.saga IS NOT NULL AND t.correlation_id IS NOT NULL
GROUP BY t.saga, t.correlation_id HAVING COUNT(*) > 1 LIMIT 100;

-- check: saga_states.state.forbidden   severity: error   phase: always   limit: 100
-- on: system/consistency/saga-create-payment
-- finds: values of state that saga_states_state_check forbids
SELECT 'saga_states.state.forbidden' AS check_id, 'saga_states.state' AS object, CAST(t.id AS text) AS row_key, CAST(t.state AS text) AS detail
FROM saga_states AS t
WHERE NOT (t.state IN ('running', 'compensating', 'completed', 'compensated', 'failed')) LIMIT 100;
