import { follow } from "../../../../src/checks/artifacts/openapi/follow.ts";
import { listOf } from "../../../../src/checks/artifacts/openapi/list-of.ts";
import { recordOf } from "../../../../src/checks/artifacts/openapi/record-of.ts";
import {
  type OperationVisit,
  walkOperations,
} from "../../../../src/checks/artifacts/openapi/walk-operations.ts";

type Json = Readonly<Record<string, unknown>>;

/** A call that the examples of a document make up, and the status of its success. */
export interface ExampleRequest {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
  readonly isGuarded: boolean;
}

/** One call for each example of a body; one for an operation without a body. */
export function exampleRequests(root: Json): readonly ExampleRequest[] {
  return walkOperations(root)
    .filter(({ isOutgoing }) => !isOutgoing)
    .flatMap((visit) => {
      const { operation, method, responses } = visit;
      const status = responses.map((each) => each.status).find((each) => /^[23]/.test(each));
      const { path, headers } = addressOf(visit);
      const shared = {
        method: method.toUpperCase(),
        path,
        status: Number(status),
        isGuarded: listOf(operation["security"]).length > 0,
      };
      const name = String(operation["operationId"]);
      const proof = proofOf(root, operation);
      const content = Object.entries(
        recordOf(follow(root, operation["requestBody"], "").value["content"]),
      );
      const [mediaType, media] = content[0] ?? [];
      if (mediaType === undefined) {
        return [{ ...shared, name, headers: { ...headers, ...proof } }];
      }
      return Object.entries(recordOf(recordOf(media)["examples"])).map(([title, example]) => {
        const { value } = follow(root, example, "").value;
        return {
          ...shared,
          name: `${name} (${title})`,
          headers: { ...headers, ...proof, "content-type": mediaType },
          body: typeof value === "string" ? value : JSON.stringify(value),
        };
      });
    });
}

function addressOf({ path, parameters }: OperationVisit) {
  let filled = path;
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  for (const { value } of parameters) {
    const name = String(value["name"]);
    const example = exampleOf(value);
    if (example === undefined) continue;
    for (const each of Array.isArray(example) ? example : [example]) {
      if (value["in"] === "path")
        filled = filled.replace(`{${name}}`, encodeURIComponent(String(each)));
      if (value["in"] === "query") query.append(name, String(each));
      if (value["in"] === "header") headers[name.toLowerCase()] = String(each);
    }
  }
  const search = query.toString();
  return { path: search === "" ? filled : `${filled}?${search}`, headers };
}

function exampleOf(parameter: Json): unknown {
  const [first] = Object.values(recordOf(parameter["examples"]));
  return parameter["example"] ?? recordOf(first)["value"];
}

/** What the first way to prove who one is asks for. */
function proofOf(root: Json, operation: Json): Readonly<Record<string, string>> {
  const schemes = recordOf(recordOf(root["components"])["securitySchemes"]);
  const needed = Object.keys(recordOf(listOf(operation["security"])[0]));
  const headers: Record<string, string> = {};
  for (const { type, scheme, in: place, name } of needed.map((each) => recordOf(schemes[each]))) {
    if (type === "apiKey" && place === "header") headers[String(name).toLowerCase()] = "example";
    else if (type === "apiKey" && place === "cookie") headers["cookie"] = `${String(name)}=example`;
    else if (type === "http" && scheme === "basic")
      headers["authorization"] = "Basic ZXhhbXBsZTpleGFtcGxl";
    else headers["authorization"] = "Bearer example";
  }
  return headers;
}
