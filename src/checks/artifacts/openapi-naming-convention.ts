import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments, type DocumentProblem } from "./openapi/check-documents.ts";
import { namingConvention } from "./openapi/naming-convention.ts";
import { recordOf } from "./openapi/record-of.ts";
import { walkOperations } from "./openapi/walk-operations.ts";
import { walkSchemas } from "./openapi/walk-schemas.ts";

/** Names that standards give (RFC 6749, RFC 7009, RFC 7517, RFC 7662, OpenID Connect). */
const STANDARD =
  /^(?:(?:access|refresh|id|subject|actor)_token|token_(?:type|type_hint|endpoint\w*)|expires_in|grant_type|client_(?:id|secret|assertion\w*)|redirect_uri|response_\w+|code_(?:verifier|challenge\w*)|error_(?:description|uri)|device_code|user_code|\w+_(?:endpoint|uri|supported))$/;

/** One case for the names of a document: that of most. */
export const openapiNamingConventionCheck: ArtifactCheck = checkDocuments(
  namingConvention,
  ({ root }) => {
    const names = [...propertiesOf(root), ...parametersOf(root)];
    const snake = names.filter(({ name }) => isSnake(name));
    const camel = names.filter(({ name }) => isCamel(name));
    const [strays, usual] =
      snake.length > camel.length ? [camel, "snake_case"] : [snake, "camelCase"];
    return [
      ...strays.map(({ name, pointer }) => ({
        pointer,
        problem: `"${name}" is not in ${usual} as most names are`,
      })),
      ...componentsOf(root),
      ...operationsOf(root),
    ];
  },
);

interface Named {
  readonly name: string;
  readonly pointer: string;
}

function isSnake(name: string): boolean {
  return /^[a-z0-9]+(?:_[a-z0-9]+)+$/.test(name) && !STANDARD.test(name);
}

function isCamel(name: string): boolean {
  return /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+$/.test(name);
}

function propertiesOf(root: Readonly<Record<string, unknown>>): readonly Named[] {
  return walkSchemas(root).flatMap(({ schema, pointer }) =>
    Object.keys(recordOf(schema["properties"])).map((name) => ({
      name,
      pointer: `${pointer}${toPointer(["properties", name])}`,
    })),
  );
}

/** Placeholders too: a path parameter has the name of one. */
function parametersOf(root: Readonly<Record<string, unknown>>): readonly Named[] {
  return walkOperations(root).flatMap(({ parameters }) =>
    parameters
      .filter(({ value }) => value["in"] === "query" || value["in"] === "path")
      .map(({ value, pointer }) => ({ name: String(value["name"]), pointer })),
  );
}

function componentsOf(root: Readonly<Record<string, unknown>>): readonly DocumentProblem[] {
  return Object.keys(recordOf(recordOf(root["components"])["schemas"]))
    .filter((name) => !/^[A-Z][A-Za-z0-9]*(?:[._-][A-Z0-9][A-Za-z0-9]*)*$/.test(name))
    .map((name) => ({
      pointer: toPointer(["components", "schemas", name]),
      problem: `the schema "${name}" is not in PascalCase`,
    }));
}

function operationsOf(root: Readonly<Record<string, unknown>>): readonly DocumentProblem[] {
  return walkOperations(root).flatMap(({ operation, pointer }) => {
    const { operationId } = operation;
    if (typeof operationId !== "string" || /^[a-z][A-Za-z0-9]*$/.test(operationId)) return [];
    return [{ pointer, problem: `the operationId "${operationId}" is not in camelCase` }];
  });
}
