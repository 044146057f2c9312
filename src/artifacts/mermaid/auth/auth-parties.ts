import type { Actor, Deployable, Design, Store, System } from "../../../design/design.ts";
import type { OwnedOperation } from "../../../design/operations-of.ts";
import { operationsOf } from "../../../design/operations-of.ts";
import { safeId } from "../safe-id.ts";
import { sequenceParticipant } from "../sequence-participant.ts";
import { wrapLabel } from "../wrap-label.ts";
import type { Party } from "./auth-step.ts";

type Mechanism = System["auth"]["mechanisms"][number];

/** Who takes part in a mechanism, as far as the Design knows them. */
export interface AuthParties {
  readonly mechanism: Mechanism;
  /** Whether no person calls with it. */
  readonly isForMachines: boolean;
  readonly caller: Party;
  /** Where a request arrives: the gateway, or the service itself. */
  readonly entry: Party;
  /** Signs callers in and gives out what proves it. */
  readonly issuer: Party;
  /** Whether it is part of the system. */
  readonly isIssuerInside: boolean;
  readonly service: Party;
  /** Where the issuer keeps what it has given out. */
  readonly store?: Party;
  /** A call that needs it, as it is sent. */
  readonly call: string;
}

const IDENTITY = /\b(?:identity|auth\w*|sign[- ]?in|log[- ]?in|sso|accounts?|users?|sessions?)\b/i;
const PROVIDER = /\b(?:identity|auth\w*|sso|single sign|log[- ]?in|oidc|openid)\b/i;
/** A second line of a name would be drawn over the figure. */
const LINE = 20;

/** The parties of a mechanism; `undefined` where nothing in the Design could be called with it. */
export function authParties(mechanism: Mechanism, design: Design): AuthParties | undefined {
  const { system } = design;
  const guarded = operationsOf(design).filter(({ operation }) =>
    operation.auth.mechanisms.includes(mechanism.id),
  );
  const example = guarded.find(({ operation }) => operation.http !== undefined) ?? guarded[0];
  const host = hostOf(example?.context.context, design) ?? system.deployables[0];
  if (host === undefined) return undefined;
  const service = party(host.id, design);
  const gateway = system.deployables.find(({ kind }) => kind === "gateway");
  const issuing = system.contexts.find(({ id, name }) => IDENTITY.test(`${id} ${name}`))?.id;
  const issuer = hostOf(issuing, design);
  const isToken = mechanism.kind === "jwt" || mechanism.kind === "oauth2";
  const provider = system.actors.find(
    ({ kind, name, description }) =>
      kind === "external-system" && PROVIDER.test(`${name} ${description}`),
  );
  const callers = callersOf(guarded, mechanism, design);
  const keeper = storeOf(
    mechanism,
    issuing ?? (isToken ? undefined : example?.context.context),
    design,
  );
  return {
    mechanism,
    isForMachines: isForMachines(mechanism, callers),
    caller: callerParty(callers, mechanism, design),
    entry: gateway === undefined ? service : party(gateway.id, design),
    issuer:
      issuer !== undefined
        ? party(issuer.id, design)
        : provider !== undefined && isToken
          ? party(provider.id, design)
          : isToken
            ? stranger("identity-provider", "Identity provider", mechanism)
            : service,
    isIssuerInside: issuer !== undefined || !isToken,
    service,
    ...(keeper === undefined || (issuer === undefined && isToken)
      ? {}
      : { store: party(keeper.id, design) }),
    call: callText(example),
  };
}

function hostOf(context: string | undefined, { system }: Design): Deployable | undefined {
  if (context === undefined) return undefined;
  const hosts = system.deployables.filter(({ contexts }) => contexts.includes(context));
  return hosts.find(({ kind }) => kind === "service") ?? hosts[0];
}

/** Who has a role that may do what the mechanism guards. */
function callersOf(
  guarded: readonly OwnedOperation[],
  { kind, flow }: Mechanism,
  { system }: Design,
): readonly Actor[] {
  const needed = new Set(guarded.flatMap(({ operation }) => operation.auth.permissions));
  const holders = new Set(
    system.auth.roles
      .filter(({ permissions }) => permissions.some((permission) => needed.has(permission)))
      .flatMap(({ actors }) => actors),
  );
  const actors = system.actors.filter(({ id }) => holders.has(id));
  if (kind === "signature") {
    const told = new Set(system.events.flatMap(({ subscribers }) => subscribers));
    return system.actors.filter(({ id }) => told.has(id));
  }
  const machines = actors.filter((actor) => actor.kind === "external-system");
  if (flow === "authorization-code") return actors.filter((actor) => actor.kind === "person");
  return kind === "api-key" || flow === "client-credentials" ? machines : actors;
}

/** Whether it says so, or else nobody who may call with it is a person. */
function isForMachines({ flow }: Mechanism, callers: readonly Actor[]): boolean {
  if (flow !== undefined) return flow === "client-credentials";
  return callers.length > 0 && callers.every(({ kind }) => kind !== "person");
}

function callerParty(callers: readonly Actor[], mechanism: Mechanism, design: Design): Party {
  const [first, ...others] = callers;
  if (first === undefined) {
    const name =
      mechanism.kind === "signature"
        ? "Subscriber"
        : mechanism.kind === "api-key" || mechanism.flow === "client-credentials"
          ? "Calling system"
          : "Caller";
    return stranger("caller", name, mechanism);
  }
  if (others.length === 0) return party(first.id, design);
  const both = `${first.name} or ${others[0]?.name ?? ""}`;
  const label =
    others.length === 1 && both.length <= LINE
      ? both
      : `${first.name} and ${others.length} other${others.length === 1 ? "" : "s"}`;
  const keyword = callers.some(({ kind }) => kind === "person") ? "actor" : "participant";
  const alias = safeId("p", first.id);
  return {
    alias,
    declaration: `${keyword} ${alias} as ${wrapLabel(label, "bare", LINE)}`,
    subject: `system/actor/${first.id}`,
  };
}

/** Sessions are read with every call: rather from a cache. */
function storeOf(
  { kind }: Mechanism,
  context: string | undefined,
  { system }: Design,
): Store | undefined {
  const own = system.stores.filter(
    ({ contexts }) => context !== undefined && contexts.includes(context),
  );
  const wanted: readonly Store["kind"][] =
    kind === "session" ? ["cache", "relational"] : ["relational", "cache"];
  return wanted
    .map((wish) => own.find((store) => store.kind === wish))
    .find((store) => store !== undefined);
}

function callText(example: OwnedOperation | undefined): string {
  if (example?.operation.http === undefined) return example?.operation.name ?? "Request";
  const { method, path } = example.operation.http;
  return `${method.toUpperCase()} ${path}`;
}

function party(id: string, design: Design): Party {
  const { text, subject } = sequenceParticipant(id, design);
  return { alias: safeId("p", id), declaration: text, subject };
}

/** Somebody whom the Design does not name. */
function stranger(id: string, name: string, { id: mechanism }: Mechanism): Party {
  // No id of the Design ends in a hyphen.
  const alias = safeId("p", `${id}-`);
  return {
    alias,
    declaration: `participant ${alias} as ${wrapLabel(name, "bare", LINE)}`,
    subject: `system/mechanism/${mechanism}`,
  };
}
