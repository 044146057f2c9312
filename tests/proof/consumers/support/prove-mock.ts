import { walkOperations } from "../../../../src/checks/artifacts/openapi/walk-operations.ts";
import type { ExampleDocument } from "./example-documents.ts";
import { type ExampleRequest, exampleRequests } from "./example-requests.ts";
import type { Consumers } from "./find-consumers.ts";
import { startPrism } from "./prism-server.ts";

/** What went wrong while Prism served a document, and how many operations were called. */
export interface MockProof {
  readonly operations: number;
  readonly calls: number;
  readonly problems: readonly string[];
}

/** Calls every operation with its own examples, and then in ways that have to be refused. */
export async function proveMock(
  consumers: Consumers,
  { root }: ExampleDocument,
): Promise<MockProof> {
  const server = await startPrism(consumers, root);
  const problems: string[] = [];
  const requests = exampleRequests(root);
  const operations = walkOperations(root).filter(({ isOutgoing }) => !isOutgoing).length;
  try {
    for (const request of requests) {
      const { name, status } = request;
      const answer = await call(server.url, request);
      if (answer.status !== status) {
        problems.push(
          `${name}: ${answer.status} in place of ${status}: ${answer.text.slice(0, 400)}`,
        );
      }
      for (const [how, wrong] of wrongRequests(request)) {
        const refused = await call(server.url, wrong);
        if (refused.status < 400 || refused.status > 499) {
          problems.push(`${name}: ${refused.status} to ${how}`);
        }
      }
    }
  } finally {
    await server.close();
  }
  return { operations, calls: requests.length, problems };
}

function wrongRequests(request: ExampleRequest): readonly (readonly [string, ExampleRequest])[] {
  const { authorization: _, cookie: __, ...rest } = request.headers;
  const open = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== "example"));
  const isJson = /json/.test(request.headers["content-type"] ?? "");
  return [
    ...(request.isGuarded
      ? [["a call without proof", { ...request, headers: open }] as const]
      : []),
    ...(isJson ? [["a body that is a number", { ...request, body: "42" }] as const] : []),
    ["a path that is not there", { ...request, path: `/ghosts${request.path}` }],
  ];
}

async function call(url: string, { method, path, headers, body }: ExampleRequest) {
  const init = { method, headers, ...(body === undefined ? {} : { body }) };
  const answer = await fetch(`${url}${path}`, init);
  return { status: answer.status, text: await answer.text() };
}
