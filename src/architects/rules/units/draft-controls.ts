import type { Design, System } from "../../../design/design.ts";
import { entitiesOf } from "../../../design/entities-of.ts";
import { operationsOf } from "../../../design/operations-of.ts";
import { citing } from "../citing.ts";
import { listed } from "../listed.ts";

type Control = System["security"]["controls"][number];
type Threat = System["security"]["threats"][number];

/** Controls that this Design needs, each with what it applies to. */
export function draftControls(design: Design): readonly Control[] {
  const { auth, api, actors } = design.system;
  const operations = operationsOf(design).map(({ operation }) => operation);
  const guarded = operations.filter((operation) => operation.auth.mechanisms.length > 0);
  const limited = operations.filter((operation) => operation.auth.permissions.length > 0);
  const personal = entitiesOf(design).filter(({ entity }) =>
    entity.fields.some(({ classification }) =>
      ["personal", "sensitive", "secret"].includes(classification),
    ),
  );
  const externals = actors.filter(({ kind }) => kind === "external-system");
  const controls: (Control | undefined)[] = [
    guarded.length > 0
      ? {
          id: "authentication",
          name: "Authentication at the edge",
          description: `${guarded.length} of ${operations.length} operations require ${listed(auth.mechanisms.map(({ name }) => name))}; a token is verified before a request reaches a context.`,
          requirements: citing(
            design,
            /\b(?:authenticat|sign[- ]?in|log[- ]?in|password|JWT|OAuth|session)/i,
          ),
        }
      : undefined,
    limited.length > 0
      ? {
          id: "authorisation",
          name: "Least privilege",
          description: `${limited.length} operations name the permission they need; ${listed(auth.roles.map(({ name }) => name))} hold only the permissions of their own work, and ownership of a row is checked in the context.`,
          requirements: citing(
            design,
            /\b(?:only (?:an?|the)|role|permission|authori[sz]|access control|may not|must not)/i,
          ),
        }
      : undefined,
    {
      id: "encryption",
      name: "Encryption in transit and at rest",
      description:
        personal.length > 0
          ? `TLS 1.2 or later on every link; volumes and backups are encrypted. Personal or secret fields stand in ${listed(personal.slice(0, 6).map(({ entity }) => entity.name))}.`
          : "TLS 1.2 or later on every link; volumes and backups are encrypted.",
      requirements: citing(design, /\b(?:encrypt|TLS|SSL|https)\b/i),
    },
    {
      id: "input-validation",
      name: "Validation against the contract",
      description: `Requests are validated against the OpenAPI schemas before any code of a context runs; bodies are bounded and SQL is parameterised.`,
      requirements: citing(design, /\b(?:validat|sanitiz|sanitis|injection)/i),
    },
    api.rateLimits.length > 0
      ? {
          id: "rate-limits",
          name: "Rate limits for each kind of client",
          description: `${listed(api.rateLimits.map(({ audience, requestsPerMinute }) => `${audience}: ${requestsPerMinute} requests per minute`))}; beyond it 429 with Retry-After.`,
          requirements: citing(design, /\b(?:rate[- ]?limit|throttl|abuse|brute)/i),
        }
      : undefined,
    {
      id: "audit-log",
      name: "Audit log of privileged actions",
      description:
        "Who did what to which row, when, from where: append-only, kept apart from the data it is about.",
      requirements: citing(design, /\b(?:audit|traceab|logged|log of)\b/i),
    },
    {
      id: "dependency-scanning",
      name: "Vulnerability management",
      description:
        "Dependencies and images are scanned in CI on every change and daily; a critical finding is fixed or switched off within 7 days.",
      requirements: citing(design, /\b(?:vulnerab|patch|OWASP|penetration)/i),
    },
    externals.length > 0
      ? {
          id: "outside-calls",
          name: "Trust no answer from outside",
          description: `Calls from ${listed(externals.map(({ name }) => name))} are verified by signature and time stamp; secrets stand in a secret store and are rotated.`,
          requirements: citing(design, /\b(?:webhook|signature|api key|secret)\b/i),
        }
      : undefined,
  ];
  return controls.flatMap((control) => (control === undefined ? [] : [control]));
}

/** STRIDE over what this Design has: entries, stores, roles and outside systems. */
export function draftThreats(design: Design, controls: readonly Control[]): readonly Threat[] {
  const { deployables, stores, actors, auth } = design.system;
  const has = (...ids: readonly string[]) =>
    ids.filter((id) => controls.some((control) => control.id === id));
  const gateway = deployables.find(({ kind }) => kind === "gateway");
  const entries =
    gateway === undefined ? deployables.filter(({ kind }) => kind === "service") : [gateway];
  return [
    ...entries.flatMap(({ id, name }): readonly Threat[] => [
      {
        id: `${id}-stolen-token`.slice(0, 64),
        name: `A stolen token is used at ${name}`.slice(0, 120),
        category: "spoofing",
        component: id,
        description: `Whoever holds a token is taken for its owner until it expires (${auth.mechanisms.find(({ accessTokenMinutes }) => accessTokenMinutes !== undefined)?.accessTokenMinutes ?? "unlimited"} minutes).`,
        controls: has("authentication", "audit-log"),
      },
      {
        id: `${id}-flood`.slice(0, 64),
        name: `${name} is flooded`.slice(0, 120),
        category: "denial-of-service",
        component: id,
        description: "Scripted clients use up the instances that people need.",
        controls: has("rate-limits", "input-validation"),
      },
    ]),
    ...stores
      .filter(({ kind }) => kind === "relational" || kind === "olap")
      .flatMap(({ id, name }): readonly Threat[] => [
        {
          id: `${id}-leak`.slice(0, 64),
          name: `A copy of ${name} leaks`.slice(0, 120),
          category: "information-disclosure",
          component: id,
          description: "A backup, an export or a too powerful account lets data out.",
          controls: has("encryption", "authorisation", "audit-log"),
        },
        {
          id: `${id}-injection`.slice(0, 64),
          name: `Injected SQL changes ${name}`.slice(0, 120),
          category: "tampering",
          component: id,
          description: "Input that reaches a statement as text changes what the statement does.",
          controls: has("input-validation"),
        },
      ]),
    ...actors
      .filter(({ kind }) => kind === "external-system")
      .map(({ id, name }): Threat => ({
        id: `${id}-forged`.slice(0, 64),
        name: `A forged message claims to be ${name}`.slice(0, 120),
        category: "spoofing",
        component: id,
        description: `A call that pretends to come from ${name} changes state.`,
        controls: has("outside-calls"),
      })),
    ...privilegedActors(design).map(({ id, name }): Threat => ({
      id: `${id}-misuse`.slice(0, 64),
      name: `${name} does what only this role may do, for the wrong reason`.slice(0, 120),
      category: "repudiation",
      component: id,
      description:
        "The most powerful role can do harm within its rights; without a log nobody can say who did.",
      controls: has("authorisation", "audit-log"),
    })),
  ];
}

/** The actors of the role with the most permissions, where roles differ. */
function privilegedActors({
  system,
}: Design): readonly { readonly id: string; readonly name: string }[] {
  const [most, next] = [...system.auth.roles].sort(
    (a, b) => b.permissions.length - a.permissions.length,
  );
  if (
    most === undefined ||
    next === undefined ||
    most.permissions.length === next.permissions.length
  )
    return [];
  return system.actors.filter(({ id }) => most.actors.includes(id));
}
