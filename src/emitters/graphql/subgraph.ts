import type { Origin } from "../../artifacts/artifact.ts";
import { graphqlLimits } from "../../artifacts/contract/graphql-limits.ts";
import type { GraphqlSurface } from "../../artifacts/contract/graphql-surfaces.ts";
import type { Design } from "../../design/design.ts";
import { toCamel } from "../../util/naming.ts";
import { customScalars } from "./scalar-of.ts";
import type { GraphqlNames } from "./graphql-names.ts";
import { rootFields, type RootName } from "./root-fields.ts";
import { assemble, description, quoted, type SdlLine } from "./sdl.ts";
import { createTypeBook } from "./type-book.ts";

export interface SubgraphParts {
  readonly design: Design;
  /** All subgraphs, for references between them. */
  readonly surfaces: readonly GraphqlSurface[];
  readonly names: GraphqlNames;
}

const ROOTS: readonly RootName[] = ["Query", "Mutation", "Subscription"];

/** The SDL of one subgraph (Apollo Federation 2). */
export function subgraph(
  surface: GraphqlSurface,
  parts: SubgraphParts,
): { readonly text: string; readonly origins: readonly Origin[] } {
  const { system } = parts.design;
  const own = `system/context/${surface.context.context}`;
  const book = createTypeBook(surface, parts);
  const fields = rootFields(surface, parts, book);
  const roots = ROOTS.flatMap((root): readonly (readonly [RootName, readonly SdlLine[]])[] => {
    const lines = fields.get(root);
    if (lines !== undefined) return [[root, lines]];
    return root === "Query" ? [[root, versionField(surface, parts, own)]] : [];
  });
  const body: readonly SdlLine[] = [
    ...roots.flatMap(([root, lines]) => block(`type ${root}`, lines, own)),
    ...book.definitions().flatMap((lines) => [{ text: "", subject: own }, ...lines]),
  ];
  const used = body.map(({ text }) => text).join("\n");
  const scalars = Object.entries(customScalars).filter(([name]) =>
    new RegExp(`[:[] ?${name}\\b`).test(used),
  );
  const lines: readonly SdlLine[] = [
    ...description(headerText(surface, parts), own),
    { text: `schema`, subject: own },
    {
      text: `  @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${importsOf(used)}])`,
      subject: own,
    },
    { text: "{", subject: own },
    ...roots.map(([root]) => ({ text: `  ${root.toLowerCase()}: ${root}`, subject: own })),
    { text: "}", subject: own },
    ...body,
    ...scalars.flatMap(([name, { description: text, specifiedBy }]) => [
      { text: "", subject: own },
      ...description(text, own),
      {
        text: `scalar ${name}${specifiedBy === undefined ? "" : ` @specifiedBy(url: ${quoted(specifiedBy)})`}`,
        subject: own,
      },
    ]),
    ...(used.includes("PageInfo") ? pageInfo(own) : []),
    ...(used.includes("Problem") ? problem(system.api.errors, book.problemCodes(), own) : []),
  ];
  return assemble(lines);
}

/** A schema has to have a query, and a context may have none (GraphQL October 2021 §3.3.1). */
function versionField(
  { context }: GraphqlSurface,
  { names, design }: SubgraphParts,
  subject: string,
): readonly SdlLine[] {
  const key = `${context.context} version`;
  const wanted = `${toCamel(context.context)}Version`;
  const name = names.rootField("Query", key, wanted, context.context);
  return [
    ...description(
      `Version of the API, now ${design.system.api.versioning.current}; this context has no queries.`,
      subject,
      "  ",
    ),
    { text: `  ${name}: String!`, subject },
  ];
}

function headerText({ context }: GraphqlSurface, { design }: SubgraphParts): string {
  const { system } = design;
  const { name = context.context, purpose = "" } =
    system.contexts.find(({ id }) => id === context.context) ?? {};
  const { depth, cost } = graphqlLimits(system.api);
  return [
    `${system.title}: ${name}. ${purpose}`,
    "",
    `Limits: a request goes at most ${depth} levels deep and costs at most ${cost}, where an object costs 1 and a list its size (\`first\`) times what is asked of an entry. More is refused before anything runs, with \`extensions.code\` QUERY_TOO_DEEP or QUERY_TOO_EXPENSIVE.`,
    "",
    "Errors: what a mutation can refuse is data, a `Problem` in the union that it returns. What any operation can meet (no or wrong proof, limits, failures), and what a query refuses, is in `errors` with `extensions.code`; the codes are those of `ProblemCode`.",
    "",
    "Lists are connections (Relay Cursor Connections Specification), forward only. A mutation with an `idempotencyKey` may be sent again with the same key.",
  ].join("\n");
}

const IMPORTABLE = ["@key", "@shareable", "@authenticated", "@requiresScopes", "@listSize"];

function importsOf(used: string): string {
  const shared = used.includes("PageInfo") || used.includes("Problem");
  const names = IMPORTABLE.filter((name) =>
    name === "@shareable" ? shared : new RegExp(` ${name}\\b`).test(used),
  );
  return names.map(quoted).join(", ");
}

function block(head: string, fields: readonly SdlLine[], subject: string): readonly SdlLine[] {
  const line = (text: string) => ({ text, subject });
  return [line(""), line(`${head} {`), ...fields, line("}")];
}

function pageInfo(subject: string): readonly SdlLine[] {
  const line = (text: string) => ({ text: `  ${text}`, subject });
  return [
    { text: "", subject },
    ...description("Where a page of a connection stands.", subject),
    { text: "type PageInfo @shareable {", subject },
    line("hasNextPage: Boolean!"),
    line("hasPreviousPage: Boolean!"),
    line("startCursor: String"),
    line("endCursor: String"),
    { text: "}", subject },
  ];
}

interface ApiError {
  readonly id: string;
  readonly name: string;
  readonly clientAction: string;
}

function problem(
  errors: readonly ApiError[],
  codes: ReadonlyMap<string, string>,
  subject: string,
): readonly SdlLine[] {
  return [
    { text: "", subject },
    ...description("Why an operation was refused (as in RFC 9457, its fields).", subject),
    { text: "type Problem @shareable {", subject },
    ...description("Which kind; clients decide on this.", subject, "  "),
    { text: "  code: ProblemCode!", subject },
    ...description("For people, in the words of this case.", subject, "  "),
    { text: "  detail: String!", subject },
    ...description("Whether the same request may succeed later.", subject, "  "),
    { text: "  retryable: Boolean!", subject },
    { text: "}", subject },
    { text: "", subject },
    ...description("The kinds of problem, the same as over HTTP.", subject),
    { text: "enum ProblemCode {", subject },
    ...errors.flatMap(({ id, name, clientAction }) => [
      ...description(`${name}. ${clientAction}`, `system/error/${id}`, "  "),
      { text: `  ${codes.get(id) ?? "OTHER"}`, subject: `system/error/${id}` },
    ]),
    ...description("A kind that came after this schema.", subject, "  "),
    { text: "  OTHER", subject },
    { text: "}", subject },
  ];
}
