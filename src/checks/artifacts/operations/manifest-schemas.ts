import { z } from "zod";
import { quantityOf } from "./quantity-of.ts";

const INT32 = 2_147_483_647;

const dnsLabel = z
  .string()
  .max(63)
  .regex(
    /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
    "must be a DNS label of lower-case letters, digits and hyphens",
  );
const labels = z.record(
  z.string().regex(/^(?:[a-z0-9.-]{1,253}\/)?[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/),
  z
    .string()
    .regex(
      /^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/,
      "must be the value of a label",
    ),
);
const someLabels = labels.refine((all) => Object.keys(all).length > 0, "must name a label");
const selector = z.strictObject({ matchLabels: someLabels });
const metadata = z.looseObject({ name: dnsLabel, labels: labels.optional() });
const count = z.int().min(0).max(INT32);
const positive = z.int().min(1).max(INT32);
const share = z.string().regex(/^\d{1,3}%$/, "must be a number or a percentage");
const quantity = z
  .string()
  .refine((text) => (quantityOf(text) ?? 0) > 0, "must be a quantity such as 500m or 512Mi");
const size = z.strictObject({ cpu: quantity, memory: quantity });
const portNumber = z.int().min(1).max(65_535);
const portName = z
  .string()
  .max(15)
  .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/);
const port = z.union([portNumber, portName]);
const probe = z.looseObject({
  httpGet: z.looseObject({ path: z.string().startsWith("/"), port }),
  periodSeconds: positive.optional(),
  failureThreshold: positive.optional(),
});

const container = z.looseObject({
  name: dnsLabel,
  image: z.string().regex(/^\S+$/, "must name an image"),
  ports: z.array(z.looseObject({ name: portName, containerPort: portNumber })),
  resources: z.strictObject({ requests: size, limits: size }),
  startupProbe: probe.optional(),
  readinessProbe: probe,
  livenessProbe: probe,
});

const deployment = z.strictObject({
  apiVersion: z.literal("apps/v1"),
  kind: z.literal("Deployment"),
  metadata,
  spec: z.looseObject({
    replicas: count,
    selector,
    template: z.looseObject({
      metadata: z.looseObject({ labels: someLabels }),
      spec: z.looseObject({
        topologySpreadConstraints: z
          .array(
            z.looseObject({
              maxSkew: positive,
              topologyKey: z.string().min(1),
              whenUnsatisfiable: z.enum(["DoNotSchedule", "ScheduleAnyway"]),
              labelSelector: selector,
            }),
          )
          .optional(),
        containers: z.array(container).min(1),
      }),
    }),
  }),
});

const service = z.strictObject({
  apiVersion: z.literal("v1"),
  kind: z.literal("Service"),
  metadata: metadata.extend({ name: dnsLabel.regex(/^[a-z]/, "must begin with a letter") }),
  spec: z.looseObject({
    selector: someLabels,
    ports: z.array(z.looseObject({ port: portNumber, targetPort: port })).min(1),
  }),
});

const autoscaler = z.strictObject({
  apiVersion: z.literal("autoscaling/v2"),
  kind: z.literal("HorizontalPodAutoscaler"),
  metadata,
  spec: z.looseObject({
    scaleTargetRef: z.strictObject({
      apiVersion: z.literal("apps/v1"),
      kind: z.literal("Deployment"),
      name: dnsLabel,
    }),
    minReplicas: positive,
    maxReplicas: positive,
    metrics: z
      .array(
        z.looseObject({
          type: z.literal("Resource"),
          resource: z.looseObject({
            name: z.enum(["cpu", "memory"]),
            target: z.strictObject({
              type: z.literal("Utilization"),
              averageUtilization: positive,
            }),
          }),
        }),
      )
      .min(1),
  }),
});

const disruptionBudget = z.strictObject({
  apiVersion: z.literal("policy/v1"),
  kind: z.literal("PodDisruptionBudget"),
  metadata,
  spec: z.union([
    z.strictObject({ maxUnavailable: z.union([count, share]), selector }),
    z.strictObject({ minAvailable: z.union([count, share]), selector }),
  ]),
});

/** What Kubernetes 1.25 and later take, of the kinds that a package holds. */
export const manifestSchemas = z.discriminatedUnion("kind", [
  deployment,
  service,
  autoscaler,
  disruptionBudget,
]);
