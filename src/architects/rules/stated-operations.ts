import { assertNever } from "../../util/assert-never.ts";
import { IMPERATIVES } from "../../requirements/imperatives.ts";
import { readEndpoint } from "../../requirements/read-endpoint.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { toCamel, toKebab, toTitle, uniqueName, wordsOf } from "../../util/naming.ts";
import type { BindingPlan, OperationShape, ValuePlan } from "./domain-model.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { addUnique } from "./entity-draft.ts";
import { fieldNamed } from "./field-named.ts";
import type { Claim } from "./known-operations.ts";
import { inScope } from "./demand-text.ts";
import { planOperation } from "./plan-operation.ts";

interface StatedOperation {
  readonly plan: Claim["plan"];
  readonly requirement: string;
  readonly filters: readonly string[];
}

/** Operations of the endpoints that the text spells out: `POST /api/users/login`. */
export function statedOperations(
  drafts: readonly EntityDraft[],
  reading: RequirementsReading,
): readonly StatedOperation[] {
  const taken = new Set<string>();
  const bound = new Set<string>();
  const prefix = commonPrefix(reading);
  return inScope(reading).flatMap(({ id, text, headings, name }): readonly StatedOperation[] => {
    const endpoint = readEndpoint(text);
    const method = endpoint?.method.toLowerCase();
    if (endpoint === undefined || !isMethod(method)) return [];
    const path = pathOf(endpoint.path.replace(/[.,;]+$/, ""), prefix);
    const entity = path === undefined ? undefined : entityOfPath(path, text, drafts);
    if (path === undefined || entity === undefined || bound.has(`${method} ${path}`)) return [];
    bound.add(`${method} ${path}`);
    const shape = shapeOf(method, path, text);
    const heading = verbal(headings.at(-1) ?? name, entity, shape);
    const title = (
      /^[\w ]{3,60}:?$/.test(heading) ? heading.replace(/:$/, "") : `${method} ${path}`
    ).trim();
    const operationId = uniqueName(toKebab(title), taken);
    const label = operationId === toKebab(title) ? toTitle(title) : toTitle(operationId);
    taken.add(operationId);
    const isOpen =
      /\b(?:no authentication|authentication (?:is )?(?:not required|optional))\b/i.test(text);
    const named = namedFields(text, entity);
    const isBody = method === "post" || method === "put" || method === "patch";
    return [
      {
        requirement: id,
        filters: shape === "list" ? filtersOf(text, entity) : [],
        plan: {
          id: operationId,
          name: label,
          description:
            sentence(endpoint.rest) ?? `${toTitle(title)}, as the requirements spell it out.`,
          shape,
          entity: entity.id,
          http: { method, path, status: statusOf(method, shape, path) },
          acceptsValues: isBody ? named.values : [],
          assumed: false,
          ...(isBody ? { accepts: named.fields } : {}),
          ...(/\/login$|\/token$|\/sessions?$/.test(path) && method === "post"
            ? { answers: [token] }
            : {}),
          ...(isOpen
            ? { publicReason: "The requirements say that no authentication is required." }
            : {}),
        },
      },
    ];
  });
}

/** Nouns that stand for what is done. */
const DOINGS: Readonly<Record<string, string>> = {
  registration: "Register",
  signup: "Register",
  authentication: "Sign in",
  login: "Sign in",
  logout: "Sign out",
  creation: "Create",
  deletion: "Delete",
};

/** "Registration" → "Register user", "Multiple articles" → "List articles"; an action stays as it is. */
function verbal(heading: string, entity: EntityDraft, shape: OperationShape): string {
  const words = heading.replace(/:$/, "").trim().split(/\s+/);
  const [first = ""] = words;
  if (words.length === 1) {
    const doing = DOINGS[first.toLowerCase()];
    if (doing !== undefined)
      return doing.startsWith("Sign") ? doing : `${doing} ${entity.name.toLowerCase()}`;
  }
  const isAction =
    IMPERATIVES.has(first.toLowerCase().replace(/^un(?=[a-z]{4})/, "")) || first === "Feed";
  return isAction || shape === "command" ? heading : planOperation(entity, shape, shape).name;
}

/** A path that finds a thing by its slug says that the thing has one, and that it is unique. */
export function giveStatedKeys(drafts: readonly EntityDraft[], reading: RequirementsReading): void {
  for (const { text } of inScope(reading)) {
    const path = readEndpoint(text)?.path ?? "";
    for (const match of path.matchAll(/\/([\w-]+)\/(?::|\{|<)([\w-]+)/g)) {
      const words = wordsOf(match[2] ?? "").join(" ");
      const singular = singularPhrase(wordsOf(match[1] ?? "").join(" "));
      const entity = drafts.find((draft) => draft.words.has(singular));
      if (entity === undefined || words === "" || /\bid$|^uuid$/.test(words)) continue;
      const field = fieldNamed(words, { basis: "stated" }, { readOnly: words === "slug" });
      if (!entity.fields.has(field.id)) entity.fields.set(field.id, field);
      addUnique(entity, [field.id]);
    }
  }
}

/** `/api` of `/api/users/login`: what all stated endpoints begin with. */
export function commonPrefix(reading: RequirementsReading): string {
  const paths = inScope(reading).flatMap(({ text }) => readEndpoint(text)?.path ?? []);
  const [first] = paths;
  if (first === undefined) return "";
  const prefix = /^(?:\/(?:api|rest|v\d+))+(?=\/)/i.exec(first)?.[0] ?? "";
  return paths.every((path) => path.startsWith(`${prefix}/`)) ? prefix : "";
}

const token: ValuePlan = {
  name: "token",
  type: "string",
  maxLength: 4096,
  samples: ["eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiI0MiJ9.c2ln"],
  required: true,
};

function isMethod(method: string | undefined): method is BindingPlan["method"] {
  return ["get", "post", "put", "patch", "delete"].includes(method ?? "");
}

function pathOf(path: string, prefix: string): string | undefined {
  const segments = path
    .slice(prefix.length)
    .replace(/[?#].*$/, "")
    .split("/")
    .filter((segment) => segment !== "")
    .map((segment) => {
      const parameter = /^(?::|\{|<|\[)([\w-]+)[}>\]]?$/.exec(segment)?.[1];
      return parameter === undefined
        ? segment.toLowerCase().replaceAll("_", "-")
        : `{${toCamel(parameter)}}`;
    });
  const own = `/${segments.join("/")}`;
  return segments.length > 0 &&
    own.length <= 200 &&
    /^\/[a-z0-9-]+(?:\/(?:[a-z0-9-]+|\{[a-z][A-Za-z0-9]*\}))*$/.test(own)
    ? own
    : undefined;
}

/** The entity of the last segment that names one; for a known form of signing in, the account. */
function entityOfPath(
  path: string,
  text: string,
  drafts: readonly EntityDraft[],
): EntityDraft | undefined {
  const returned =
    /\breturns? (?:an? |the )?(?:list of |updated |created |multiple |single )*([a-z]+)/i.exec(
      text,
    )?.[1];
  const segments = path
    .split("/")
    .filter((segment) => segment !== "" && !segment.startsWith("{"))
    .toReversed();
  for (const word of [...segments.map((segment) => wordsOf(segment).join(" ")), returned ?? ""]) {
    const singular = singularPhrase(word);
    const found = drafts.find(({ words }) => words.has(singular));
    if (found !== undefined) return found;
  }
  return undefined;
}

function shapeOf(method: BindingPlan["method"], path: string, text: string): OperationShape {
  const segments = path.split("/").slice(1);
  const last = segments.at(-1) ?? "";
  const isOne =
    last.startsWith("{") ||
    (method === "get" && singularPhrase(last) === last && !/\b(?:multiple|list of)\b/i.test(text));
  switch (method) {
    case "get":
      return isOne ? "read" : "list";
    case "put":
    case "patch":
      return "update";
    case "delete":
      return last.startsWith("{") ? "delete" : "command";
    case "post":
      return singularPhrase(last) === last ? "command" : "create";
    default:
      return assertNever(method);
  }
}

function statusOf(
  method: BindingPlan["method"],
  shape: OperationShape,
  path: string,
): BindingPlan["status"] {
  if (method === "delete") return shape === "delete" ? 204 : 200;
  return method === "post" && shape === "create" && path !== "" ? 201 : 200;
}

function namedFields(
  text: string,
  entity: EntityDraft,
): { readonly fields: readonly string[]; readonly values: readonly ValuePlan[] } {
  const lists = [...text.matchAll(/\b(required|optional|accepted) fields?:\s*([^.]+)/gi)];
  const fields: string[] = [];
  const values: ValuePlan[] = [];
  for (const [, kind = "", list = ""] of lists) {
    for (const item of list.split(/,|\band\b/)) {
      const words = wordsOf(item).join(" ");
      if (words === "" || words.length > 40) continue;
      if (entity.fields.has(toKebab(words))) fields.push(toKebab(words));
      else {
        const { type, samples, format, maxLength } = fieldNamed(words, { basis: "stated" });
        const isSecret = words === "password";
        values.push({
          name: words,
          type,
          samples: isSecret ? ["correct horse battery staple"] : samples,
          required: /required/i.test(kind),
          ...(isSecret ? { format: "password", minLength: 8, maxLength: 128 } : {}),
          ...(isSecret || format === undefined ? {} : { format }),
          ...(isSecret || maxLength === undefined ? {} : { maxLength }),
        });
      }
    }
  }
  return { fields, values };
}

function filtersOf(text: string, entity: EntityDraft): readonly string[] {
  const words = /\b(?:filter|query param\w*)\b/i.test(text) ? wordsOf(text) : [];
  return [
    ...[...entity.fields.keys()].filter((id) => words.includes(id)),
    ...[...entity.references.keys()].filter((id) => words.includes(id.replace(/-id$/, ""))),
  ];
}

function sentence(rest: string): string | undefined {
  const text = rest
    .replace(/Example request body:\s*/gi, "")
    .replace(/^[.\s]+/, "")
    .trim();
  return text.length < 8 ? undefined : text.slice(0, 600);
}
