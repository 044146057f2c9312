import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { toCamel, toKebab } from "../../util/naming.ts";
import type { OperationPlan } from "./domain-model.ts";
import type { EntityDraft } from "./entity-draft.ts";
import type { KnownOperation } from "./pattern.ts";
import { pluralize } from "./plural.ts";
import { demandOf, inScope, speaksOf } from "./demand-text.ts";

/** An operation of a pattern, in the words of this text. */
export interface Claim {
  readonly plan: Omit<OperationPlan, "requirements" | "actors" | "filters" | "search" | "own">;
  readonly claims: KnownOperation;
}

/** The patterns' operations that a statement calls for and whose entities are there. */
export function knownOperations(
  drafts: readonly EntityDraft[],
  reading: RequirementsReading,
): readonly Claim[] {
  const demands = inScope(reading)
    .filter(({ kind }) => kind === "functional")
    .map((requirement) => demandOf(requirement, reading));
  const patterns = new Set(
    drafts.flatMap(({ known }) => (known === undefined ? [] : [known.pattern])),
  );
  return [...patterns].flatMap((pattern) =>
    pattern.operations.flatMap((operation): readonly Claim[] => {
      const entity = drafts.find(({ known }) => known?.entity.id === operation.entity);
      if (entity === undefined || !demands.some((text) => operation.when.test(text))) return [];
      const texts = inScope(reading).map(({ text }) => text);
      if (isElsewhere(operation, texts)) return [];
      const form = withTokenOfOthers(withProvider(operation, texts), texts);
      return [{ plan: planOf(form, entity, drafts), claims: operation }];
    }),
  );
}

/** Who signs in with OpenID Connect or SAML shows the password to the identity provider alone. */
function isElsewhere({ acceptsValues = [] }: KnownOperation, texts: readonly string[]): boolean {
  const all = texts.join("\n");
  return (
    acceptsValues.some(({ format }) => format === "password") &&
    /\b(?:openid connect|oidc|saml|sso|single sign-on|identity provider)\b/i.test(all) &&
    !/\bpasswords?\b(?! anywhere)/i.test(all.replace(/\bno (?:other |further )?passwords?\b/gi, ""))
  );
}

const SOCIAL =
  /\b(?:sign|log)\w*[- ]?(?:in|up|on)?\b.{0,30}\b(?:with|via|through|using)\b.{0,20}\b(?:apple|google|facebook|github|microsoft)\b/i;

/** "Sign in with Apple": what proves who somebody is comes from there, not from a password. */
function withTokenOfOthers(operation: KnownOperation, texts: readonly string[]): KnownOperation {
  const isSignIn = operation.answers?.some(({ name }) => name === "access token") === true;
  const takesPassword = operation.acceptsValues?.some(({ format }) => format === "password");
  const all = texts.join("\n");
  if (!isSignIn || takesPassword !== true || !SOCIAL.test(all) || /\bpasswords?\b/i.test(all))
    return operation;
  return {
    ...operation,
    accepts: [],
    acceptsValues: [
      { name: "provider", type: "string", maxLength: 40, samples: ["apple"], required: true },
      {
        name: "identity token",
        type: "string",
        maxLength: 4096,
        samples: ["eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2ln"],
        required: true,
      },
    ],
  };
}

/** The operation with the name of the service that the text speaks of: `/webhooks/stripe`. */
function withProvider(operation: KnownOperation, texts: readonly string[]): KnownOperation {
  const { provider, http, headers } = operation;
  if (provider === undefined) return operation;
  const named = provider.known.find((name) => texts.some((text) => speaksOf(text, name)));
  const id = toKebab(named ?? provider.otherwise);
  return {
    ...operation,
    http: { ...http, path: http.path.replace("{provider}", id) },
    ...(headers === undefined
      ? {}
      : {
          headers: headers.map((header) => ({
            ...header,
            name: header.name.replace("{provider}", named === undefined ? "webhook" : id),
          })),
        }),
  };
}

function planOf(
  operation: KnownOperation,
  entity: EntityDraft,
  drafts: readonly EntityDraft[],
): Claim["plan"] {
  const { publicReason, accepts, answers, headers, idempotency } = operation;
  return {
    id: toKebab(inWords(operation.id, drafts)),
    name: inWords(operation.name, drafts),
    description: inWords(operation.description, drafts),
    shape: operation.shape,
    entity: entity.id,
    http: { ...operation.http, path: pathInWords(operation.http.path, drafts) },
    acceptsValues: operation.acceptsValues ?? [],
    assumed: false,
    ...(accepts === undefined
      ? {}
      : { accepts: accepts.filter((field) => entity.fields.has(field)) }),
    ...(answers === undefined ? {} : { answers }),
    ...(publicReason === undefined ? {} : { publicReason }),
    ...(headers === undefined ? {} : { headers }),
    ...(idempotency === undefined ? {} : { idempotency }),
  };
}

function inWords(text: string, drafts: readonly EntityDraft[]): string {
  let words = text;
  for (const { known, name } of drafts) {
    if (known === undefined || known.entity.name === name) continue;
    const from = known.entity.name.toLowerCase();
    const article = /^[aeio]/i.test(name) ? "an" : "a";
    words = words.replace(
      new RegExp(`\\b(?:an?) ${from}\\b`, "g"),
      `${article} ${name.toLowerCase()}`,
    );
    words = words.replace(new RegExp(`\\b${from}\\b`, "g"), name.toLowerCase());
  }
  return words;
}

function pathInWords(path: string, drafts: readonly EntityDraft[]): string {
  let own = path;
  for (const { known, name } of drafts) {
    if (known === undefined || known.entity.name === name) continue;
    const from = pluralize(toKebab(known.entity.name));
    own = own
      .replaceAll(`/${from}`, `/${pluralize(toKebab(name))}`)
      .replaceAll(`{${toCamel(known.entity.name)}Id}`, `{${toCamel(name)}Id}`);
  }
  return own;
}
