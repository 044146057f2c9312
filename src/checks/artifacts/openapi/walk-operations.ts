import { toPointer } from "../../../util/json-pointer.ts";
import { type Followed, follow } from "./follow.ts";
import { listOf } from "./list-of.ts";
import { recordOf } from "./record-of.ts";

type Json = Readonly<Record<string, unknown>>;

/** A response of an operation; `place` is where the operation names it. */
export interface ResponseVisit extends Followed {
  readonly status: string;
  readonly place: string;
}

/** An operation with everything that it refers to. */
export interface OperationVisit {
  readonly path: string;
  readonly method: string;
  readonly operation: Json;
  readonly pointer: string;
  /** With those of the path, which its own override. */
  readonly parameters: readonly Followed[];
  readonly responses: readonly ResponseVisit[];
  /** Whether the server is the one who calls: a callback or a webhook. */
  readonly isOutgoing: boolean;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

const cache = new WeakMap<object, readonly OperationVisit[]>();

/** Every operation of a document: below its paths, its webhooks and its callbacks. */
export function walkOperations(root: Json): readonly OperationVisit[] {
  const known = cache.get(root);
  if (known !== undefined) return known;
  const found = [
    ...itemsOf(root, root["paths"], ["paths"], false),
    ...itemsOf(root, root["webhooks"], ["webhooks"], true),
  ];
  cache.set(root, found);
  return found;
}

type Tokens = readonly string[];

function itemsOf(
  root: Json,
  items: unknown,
  tokens: Tokens,
  isOutgoing: boolean,
): readonly OperationVisit[] {
  return Object.entries(recordOf(items)).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = recordOf(item)[method];
      if (typeof operation !== "object" || operation === null) return [];
      const own = [...tokens, path, method];
      const shared = parametersOf(root, recordOf(item)["parameters"], [...tokens, path]);
      const visit = visitOf(root, path, method, recordOf(operation), own, shared, isOutgoing);
      const callbacks = recordOf(visit.operation["callbacks"]);
      return [
        visit,
        ...Object.entries(callbacks).flatMap(([name, callback]) =>
          itemsOf(root, callback, [...own, "callbacks", name], true),
        ),
      ];
    }),
  );
}

function visitOf(
  root: Json,
  path: string,
  method: string,
  operation: Json,
  tokens: Tokens,
  shared: readonly Followed[],
  isOutgoing: boolean,
): OperationVisit {
  const own = parametersOf(root, operation["parameters"], tokens);
  const keys = new Set(own.map(keyOf));
  const responses = Object.entries(recordOf(operation["responses"])).map(([status, response]) => {
    const place = toPointer([...tokens, "responses", status]);
    return { status, place, ...follow(root, response, place) };
  });
  return {
    path,
    method,
    operation,
    pointer: toPointer(tokens),
    parameters: [...own, ...shared.filter((parameter) => !keys.has(keyOf(parameter)))],
    responses,
    isOutgoing,
  };
}

function parametersOf(root: Json, list: unknown, tokens: Tokens): readonly Followed[] {
  return listOf(list).map((parameter, index) =>
    follow(root, parameter, toPointer([...tokens, "parameters", index])),
  );
}

function keyOf({ value }: Followed): string {
  return `${String(value["in"])} ${String(value["name"])}`;
}
