import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments, type DocumentProblem } from "./openapi/check-documents.ts";
import { listOf } from "./openapi/list-of.ts";
import { recordOf } from "./openapi/record-of.ts";
import { walkOperations } from "./openapi/walk-operations.ts";
import { weakSecurity } from "./openapi/weak-security.ts";

const SECRET =
  /^(?:password|passwd|secret|client_?secret|(?:access|refresh|id|session)_?token|api_?key)$/i;

/** Ways to prove who one is that leak, and doors beside the locked one (RFC 9700 §2). */
export const openapiWeakSecurityCheck: ArtifactCheck = checkDocuments(weakSecurity, ({ root }) => {
  const schemes = recordOf(recordOf(root["components"])["securitySchemes"]);
  return [
    ...Object.entries(schemes).flatMap(([name, scheme]) => {
      const pointer = toPointer(["components", "securitySchemes", name]);
      return schemeProblems(recordOf(scheme)).map((problem) => ({
        pointer,
        problem: `the security scheme ${name} ${problem}`,
      }));
    }),
    ...walkOperations(root).flatMap(({ operation, pointer, parameters }): DocumentProblem[] => {
      const alternatives = listOf(operation["security"]);
      const isOpen =
        alternatives.length > 1 &&
        alternatives.some((each) => Object.keys(recordOf(each)).length === 0);
      return [
        ...(isOpen
          ? [
              {
                pointer,
                problem: "an operation asks for proof, and lets callers in without it too",
              },
            ]
          : []),
        ...parameters
          .filter(({ value }) => value["in"] === "query" || value["in"] === "path")
          .filter(({ value }) => SECRET.test(String(value["name"])))
          .map((parameter) => ({
            pointer: parameter.pointer,
            problem: `${String(parameter.value["name"])} is part of the URL, which logs and histories keep`,
          })),
      ];
    }),
  ];
});

function schemeProblems(scheme: Readonly<Record<string, unknown>>): readonly string[] {
  const { type, in: place } = scheme;
  const flows = recordOf(scheme["flows"]);
  const addresses = Object.values(flows).flatMap((flow) =>
    ["authorizationUrl", "tokenUrl", "refreshUrl"].map((key) => recordOf(flow)[key]),
  );
  const checks: readonly (readonly [applies: boolean, problem: string])[] = [
    [
      type === "apiKey" && place === "query",
      "puts a key into the URL, which logs and histories keep",
    ],
    [
      type === "http" && String(scheme["scheme"]).toLowerCase() === "basic",
      "sends a password with every request",
    ],
    [
      flows["implicit"] !== undefined,
      "has the implicit flow, which hands tokens to the address of the browser",
    ],
    [flows["password"] !== undefined, "has the password flow, in which clients see passwords"],
    [
      addresses.some((address) => typeof address === "string" && /^http:/i.test(address)),
      "has an address that is not encrypted",
    ],
  ];
  return checks.filter(([applies]) => applies).map(([, problem]) => problem);
}
