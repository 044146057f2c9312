import { bodyView } from "../../artifacts/contract/body-view.ts";
import type { GraphqlSurface } from "../../artifacts/contract/graphql-surfaces.ts";
import type { BodySchema, Operation } from "../../design/design.ts";
import { type ResolvedProperty, resolveProperty } from "../../design/resolve-property.ts";
import { toCamel, toPascal, uniqueName } from "../../util/naming.ts";
import { description, quoted, type SdlLine } from "./sdl.ts";
import type { SubgraphParts } from "./subgraph.ts";
import type { TypeBook } from "./type-book.ts";

export type RootName = "Query" | "Mutation" | "Subscription";

const ROOT_OF: Readonly<Record<Operation["kind"], RootName>> = {
  query: "Query",
  command: "Mutation",
  subscription: "Subscription",
};

/** What a connection says in its own way, and what HTTP alone has. */
const NOT_ARGUMENTS = new Set(["cursor", "limit", "offset", "page", "after", "first", "fields"]);

/** The operations of a subgraph as fields of its root types. */
export function rootFields(
  surface: GraphqlSurface,
  parts: SubgraphParts,
  book: TypeBook,
): ReadonlyMap<RootName, readonly SdlLine[]> {
  const fields = new Map<RootName, readonly SdlLine[]>();
  for (const operation of surface.operations) {
    const root = ROOT_OF[operation.kind];
    const lines = rootField(operation, root, surface, parts, book);
    fields.set(root, [...(fields.get(root) ?? []), ...lines]);
  }
  return fields;
}

function rootField(
  operation: Operation,
  root: RootName,
  surface: GraphqlSurface,
  parts: SubgraphParts,
  book: TypeBook,
): readonly SdlLine[] {
  const { context } = surface.context;
  const subject = `${context}/operation/${operation.id}`;
  const wanted = toCamel(
    root === "Query" ? operation.id.replace(/^(?:get|list)-(?=[a-z])/, "") : operation.id,
  );
  const name = parts.names.rootField(root, subject, wanted, context);
  const schema = surface.context.schemas.find(({ id }) => id === operation.response?.schema);
  const isPage = root === "Query" && operation.response?.collection === true;
  const args =
    root === "Mutation"
      ? mutationArguments(operation, subject, surface, parts, book)
      : [
          ...parametersOf(operation, surface).map(
            (property) => `${property.wireName}: ${book.valueType(property, "request")}`,
          ),
          ...(isPage && schema !== undefined
            ? [`first: Int = ${parts.design.system.api.pagination.defaultLimit}`, "after: String"]
            : []),
        ];
  const type =
    root === "Mutation"
      ? resultType(operation, schema, subject, surface, parts, book)
      : answerType(schema, isPage, book);
  const directives = [
    ...accessOf(operation, parts),
    ...(isPage && schema !== undefined
      ? [
          `@listSize(assumedSize: ${parts.design.system.api.pagination.maximumLimit}, slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)`,
        ]
      : []),
    ...deprecationOf(operation),
  ];
  const suffix = [type, ...directives].join(" ");
  return [
    ...description(`${operation.name}. ${operation.description}`, subject, "  "),
    {
      text: `  ${name}${args.length === 0 ? "" : `(${args.join(", ")})`}: ${suffix}`,
      subject,
    },
  ];
}

function answerType(schema: BodySchema | undefined, isPage: boolean, book: TypeBook): string {
  if (schema === undefined) return "Boolean";
  return isPage ? `${book.connectionType(schema)}!` : book.outputType(schema);
}

function parametersOf(
  operation: Operation,
  { context }: GraphqlSurface,
): readonly ResolvedProperty[] {
  const scope = {
    context,
    entity: operation.entity,
    owner: `${context.context}/operation/${operation.id}`,
  };
  const taken = new Set<string>(["first", "after"]);
  return operation.parameters.flatMap((parameter): readonly ResolvedProperty[] => {
    const resolved = resolveProperty(parameter, scope);
    if (NOT_ARGUMENTS.has(resolved.wireName) || isIdempotencyHeader(parameter)) return [];
    const wireName = uniqueName(argumentName(resolved.wireName), taken, "");
    taken.add(wireName);
    // A parameter is there or not; it is never null.
    return [{ ...resolved, wireName, nullable: false }];
  });
}

function isIdempotencyHeader(parameter: { readonly in: string; readonly name: string }): boolean {
  return parameter.in === "header" && /idempotency/i.test(parameter.name);
}

function argumentName(name: string): string {
  return /^[a-z][A-Za-z0-9]*$/.test(name) ? name : toCamel(name);
}

/** One input object (as Relay's mutations have): what stands in the path, the body, and the key. */
function mutationArguments(
  operation: Operation,
  subject: string,
  surface: GraphqlSurface,
  { names, design }: SubgraphParts,
  book: TypeBook,
): readonly string[] {
  const { context } = surface;
  const body = context.schemas.find(({ id }) => id === operation.request?.schema);
  const parameters = parametersOf(operation, surface);
  const taken = new Set(["idempotencyKey", ...parameters.map(({ wireName }) => wireName)]);
  const properties = (body === undefined ? [] : bodyView(context, body, "request")).map(
    (property) => {
      const wireName = uniqueName(property.wireName, taken, "");
      taken.add(wireName);
      return { ...property, wireName };
    },
  );
  const hours = design.system.api.idempotency.retentionHours;
  const key: readonly SdlLine[] =
    operation.idempotency.mode === "key"
      ? [
          ...description(
            `Chosen by the client; the same key within ${hours} hours gives the same answer.`,
            subject,
            "  ",
          ),
          { text: "  idempotencyKey: ID!", subject },
        ]
      : [];
  const fields: readonly SdlLine[] = [
    ...[...parameters, ...properties].flatMap((property) => [
      ...(property.description === undefined
        ? []
        : description(property.description, property.subject, "  ")),
      {
        text: `  ${property.wireName}: ${book.valueType(property, "request", body === undefined ? [] : [body.id])}`,
        subject: property.subject,
      },
    ]),
    ...key,
  ];
  if (fields.length === 0) return [];
  const wanted = `${toPascal(operation.id)}Input`;
  const name = names.type(`${subject} input`, wanted, context.context);
  book.define(name, () => [
    { text: `input ${name} {`, subject },
    ...fields,
    { text: "}", subject },
  ]);
  return [`input: ${name}!`];
}

/** `PlaceOrderSuccess | Problem`. */
function resultType(
  operation: Operation,
  schema: BodySchema | undefined,
  subject: string,
  { context }: GraphqlSurface,
  { names }: SubgraphParts,
  book: TypeBook,
): string {
  const base = toPascal(operation.id);
  const success = names.type(`${subject} success`, `${base}Success`, context.context);
  const result = names.type(`${subject} result`, `${base}Result`, context.context);
  book.define(success, () => [
    { text: `type ${success} {`, subject },
    ...successFields(operation, schema, subject, book),
    { text: "}", subject },
  ]);
  book.define(result, () => [{ text: `union ${result} = ${success} | Problem`, subject }]);
  return `${result}!`;
}

function successFields(
  operation: Operation,
  schema: BodySchema | undefined,
  subject: string,
  book: TypeBook,
): readonly SdlLine[] {
  if (schema === undefined) {
    return [...description("Always true.", subject, "  "), { text: "  done: Boolean!", subject }];
  }
  const type = book.outputType(schema);
  const name = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
  const whole = operation.response?.collection === true ? `[${type}!]!` : `${type}!`;
  return [{ text: `  ${name}: ${whole}`, subject }];
}

function accessOf({ auth }: Operation, { design }: SubgraphParts): readonly string[] {
  if (auth.mechanisms.length === 0) return [];
  const scopes = auth.permissions.flatMap((id) => {
    const name = design.system.auth.permissions.find((permission) => permission.id === id)?.name;
    return name === undefined ? [] : [quoted(name)];
  });
  return scopes.length === 0
    ? ["@authenticated"]
    : [`@requiresScopes(scopes: [[${scopes.join(", ")}]])`];
}

function deprecationOf({ deprecated, sunset, replacedBy }: Operation): readonly string[] {
  if (deprecated === undefined && sunset === undefined) return [];
  const reason = [
    ...(deprecated === undefined ? [] : [`Deprecated since ${deprecated}.`]),
    ...(sunset === undefined ? [] : [`Gone after ${sunset}.`]),
    ...(replacedBy === undefined ? [] : [`Use ${replacedBy.split("/")[1] ?? replacedBy}.`]),
  ].join(" ");
  return [`@deprecated(reason: ${quoted(reason)})`];
}
