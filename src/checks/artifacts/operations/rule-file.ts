import { z } from "zod";

const DURATION = /^(?:0|(?=.)(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?)$/;
const LABEL = /^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/;
const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

const text = z.string().min(1, "must not be empty");
const duration = z.string().regex(DURATION, "must be a duration such as 5m");
const labels = z.record(z.string().regex(LABEL, "must be the name of a label"), z.string());

const alertRule = z.strictObject({
  alert: text,
  expr: z.string(),
  for: duration.optional(),
  keep_firing_for: duration.optional(),
  labels: labels.optional(),
  annotations: labels.optional(),
});

const recordingRule = z.strictObject({
  record: z.string().regex(METRIC, "must be the name of a series"),
  expr: z.string(),
  labels: labels.optional(),
});

const group = z.strictObject({
  name: text,
  interval: duration.optional(),
  rules: z.array(z.union([alertRule, recordingRule])).min(1, "must hold a rule"),
});

/** What Prometheus takes as a file of rules. */
export const ruleFile = z.strictObject({ groups: z.array(group).min(1, "must hold a group") });
