import { type BodyView, bodyView } from "../../artifacts/contract/body-view.ts";
import type { GraphqlSurface } from "../../artifacts/contract/graphql-surfaces.ts";
import type { BodySchema } from "../../design/design.ts";
import type { ResolvedProperty } from "../../design/resolve-property.ts";
import { sortedBy } from "../../util/order.ts";
import { toPascal } from "../../util/naming.ts";
import { entityKey } from "./entity-key.ts";
import { enumValueNames } from "./enum-value-names.ts";
import { typeBase } from "./graphql-names.ts";
import { referencesOf } from "./references-of.ts";
import { scalarOf } from "./scalar-of.ts";
import { description, type SdlLine } from "./sdl.ts";
import type { SubgraphParts } from "./subgraph.ts";

/** The types of a subgraph, each defined when it is first referred to. */
export interface TypeBook {
  /** The type of a property, with its nullability. */
  valueType(property: ResolvedProperty, view: BodyView, around?: readonly string[]): string;
  /** The object type of a body that is answered. */
  outputType(schema: BodySchema): string;
  connectionType(schema: BodySchema): string;
  /** Adds a type; `false` where it is there already. */
  define(name: string, lines: () => readonly SdlLine[]): boolean;
  /** Names of the problems, by the id of the error. */
  problemCodes(): ReadonlyMap<string, string>;
  /** Sorted by name. */
  definitions(): readonly (readonly SdlLine[])[];
}

export function createTypeBook(surface: GraphqlSurface, parts: SubgraphParts): TypeBook {
  const { context } = surface;
  const { names, design } = parts;
  const book = new Map<string, readonly SdlLine[]>();

  function define(name: string, lines: () => readonly SdlLine[]): boolean {
    if (book.has(name)) return false;
    // Taken before it is made: a body may hold itself.
    book.set(name, []);
    book.set(name, lines());
    return true;
  }

  function outputType(schema: BodySchema): string {
    const subject = `${context.context}/schema/${schema.id}`;
    const name = names.type(subject, typeBase(schema), context.context);
    define(name, () => {
      const key = entityKey(context, schema);
      const directive = key === undefined ? "" : ` @key(fields: "${key.names.join(" ")}")`;
      const properties = bodyView(context, schema, "response");
      const taken = new Set(properties.map(({ wireName }) => wireName));
      const fields = properties.flatMap((property) => fieldLines(property, "response", []));
      const references = referencesOf(properties, taken, surface, parts).flatMap((reference) => {
        const type =
          reference.surface === surface
            ? outputType(reference.schema)
            : stub(reference.surface, reference.schema);
        return [
          ...description(reference.description, reference.subject, "  "),
          { text: `  ${reference.name}: ${type}`, subject: reference.subject },
        ];
      });
      return [
        ...description(schema.description, subject),
        { text: `type ${name}${directive} {`, subject },
        ...(fields.length === 0 ? placeholder(subject) : fields),
        ...references,
        { text: "}", subject },
      ];
    });
    return name;
  }

  /** An entity of another subgraph: what it is known by, and nothing else. */
  function stub(other: GraphqlSurface, schema: BodySchema): string {
    const subject = `${other.context.context}/schema/${schema.id}`;
    const name = names.type(subject, typeBase(schema), other.context.context);
    define(name, () => {
      const key = entityKey(other.context, schema);
      return [
        ...description(`Owned by the subgraph ${other.context.context}.`, subject),
        {
          text: `type ${name} @key(fields: "${key?.names.join(" ") ?? ""}", resolvable: false) {`,
          subject,
        },
        ...(key?.properties ?? []).map(({ wireName, value }) => ({
          text: `  ${wireName}: ${scalarOf(value)}!`,
          subject,
        })),
        { text: "}", subject },
      ];
    });
    return name;
  }

  function inputType(schema: BodySchema, around: readonly string[]): string {
    const subject = `${context.context}/schema/${schema.id}`;
    const wanted = `${typeBase(schema)}Input`;
    const name = names.type(`${subject} input`, wanted, context.context);
    define(name, () => {
      const properties = bodyView(context, schema, "request");
      const fields = properties.flatMap((property) =>
        fieldLines(property, "request", [...around, schema.id]),
      );
      return [
        ...description(schema.description, subject),
        { text: `input ${name} {`, subject },
        ...(fields.length === 0 ? placeholder(subject) : fields),
        { text: "}", subject },
      ];
    });
    return name;
  }

  function fieldLines(
    property: ResolvedProperty,
    view: BodyView,
    around: readonly string[],
  ): readonly SdlLine[] {
    const { wireName, subject, description: text } = property;
    const type = valueType(property, view, around);
    return [
      ...(text === undefined ? [] : description(text, subject, "  ")),
      { text: `  ${wireName}: ${type}`, subject },
    ];
  }

  function valueType(
    property: ResolvedProperty,
    view: BodyView,
    around: readonly string[] = [],
  ): string {
    const { nestedSchema, many, required, nullable } = property;
    const bare =
      nestedSchema === undefined
        ? leafType(property)
        : view === "response"
          ? outputType(nestedSchema)
          : inputType(nestedSchema, around);
    // An input that must hold itself could never be written.
    const isEndless =
      view === "request" && !many && nestedSchema !== undefined && around.includes(nestedSchema.id);
    const whole = many ? `[${bare}!]` : bare;
    return required && !nullable && !isEndless ? `${whole}!` : whole;
  }

  function leafType(property: ResolvedProperty): string {
    const { value, field, fieldSubject, subject } = property;
    const values = value.enumValues;
    if (values === undefined || values.length === 0) return scalarOf(value);
    const isOfField = fieldSubject !== undefined && values === field?.enumValues;
    const key = isOfField ? fieldSubject : subject;
    const [, , owner = "", , own = ""] = key.split("/");
    const name = names.type(key, `${toPascal(owner)}${toPascal(own)}`, context.context);
    define(name, () => [
      { text: `enum ${name} {`, subject: key },
      ...[...enumValueNames(values)].flatMap(([text, safe]) => [
        ...(text.toUpperCase() === safe ? [] : description(`Over HTTP: ${text}`, key, "  ")),
        { text: `  ${safe}`, subject: key },
      ]),
      { text: "}", subject: key },
    ]);
    return name;
  }

  function connectionType(schema: BodySchema): string {
    const subject = `${context.context}/schema/${schema.id}`;
    const node = outputType(schema);
    const connection = names.type(`${subject} page`, `${node}Connection`, context.context);
    const edge = names.type(`${subject} edge`, `${node}Edge`, context.context);
    define(connection, () => [
      { text: `type ${connection} {`, subject },
      { text: `  edges: [${edge}!]!`, subject },
      { text: "  pageInfo: PageInfo!", subject },
      { text: "}", subject },
    ]);
    define(edge, () => [
      { text: `type ${edge} {`, subject },
      { text: "  cursor: String!", subject },
      { text: `  node: ${node}!`, subject },
      { text: "}", subject },
    ]);
    return connection;
  }

  function problemCodes(): ReadonlyMap<string, string> {
    return enumValueNames(["other", ...design.system.api.errors.map(({ id }) => id)]);
  }

  return {
    valueType,
    outputType,
    connectionType,
    define,
    problemCodes,
    definitions: () => sortedBy(book, ([name]) => name).map(([, lines]) => lines),
  };
}

/** A type without a field is no type (GraphQL October 2021 §3.6). */
function placeholder(subject: string): readonly SdlLine[] {
  return [
    ...description("Nothing to say: the type is empty.", subject, "  "),
    { text: "  empty: Boolean", subject },
  ];
}
