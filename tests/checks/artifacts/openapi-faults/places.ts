import type { Broken } from "./fault.ts";

/** Pointers of what the faults break. */
export const at = {
  list: "/paths/~1loans/get",
  create: "/paths/~1loans/post",
  read: "/paths/~1members~1{memberId}/get",
  register: "/paths/~1members/post",
  loan: "/components/schemas/Loan",
  newLoan: "/components/schemas/NewLoan",
  page: "/components/schemas/LoanPage",
  paths: "/paths",
  servers: "/servers",
} as const;

export function list(root: Broken): Broken {
  return root.paths["/loans"].get;
}

export function create(root: Broken): Broken {
  return root.paths["/loans"].post;
}

export function read(root: Broken): Broken {
  return root.paths["/members/{memberId}"].get;
}

export function loan(root: Broken): Broken {
  return root.components.schemas.Loan;
}

/** A property of a loan that nothing requires and no example has. */
export function addProperty(root: Broken, schema: unknown): void {
  loan(root).properties.extra = schema;
}

export function addQuery(operation: Broken, parameter: object): void {
  (operation.parameters ??= []).push({
    name: "extra",
    in: "query",
    description: "An extra parameter.",
    required: false,
    schema: { type: "string", maxLength: 10 },
    ...parameter,
  });
}

export function addHeader(operation: Broken, status: string, name: string, header: unknown): void {
  (operation.responses[status].headers ??= {})[name] = header;
}

export function body(operation: Broken): Broken {
  return operation.requestBody.content["application/json"];
}

export function answer(operation: Broken, status: string): Broken {
  return operation.responses[status].content["application/json"];
}

/** The first example of a media type. */
export function example(media: Broken): Broken {
  const [first]: Broken[] = Object.values(media.examples);
  return first.value;
}

/** The problem document that an operation answers, wherever the response stands. */
export function problem(root: Broken, operation: Broken, status: string): Broken {
  const { $ref } = operation.responses[status];
  const shared =
    typeof $ref === "string" ? root.components.responses[$ref.split("/").at(-1) ?? ""] : undefined;
  const response = shared ?? operation.responses[status];
  return { response, media: response.content["application/problem+json"] };
}

export function addLink(root: Broken, link: unknown): void {
  (create(root).responses["201"].links ??= {}).extra = link;
}

export function addCallback(root: Broken, expression: string, operation: unknown): void {
  create(root).callbacks = { extra: { [expression]: { post: operation } } };
}

/** An operation that nothing is wrong with. */
export function plainOperation(operationId: string): Broken {
  return {
    tags: ["Loan"],
    summary: "Extra",
    description: "An extra operation.",
    operationId,
    security: [],
    responses: {
      "204": { description: "Done." },
      "400": problemResponse(400),
      "404": problemResponse(404),
      "429": {
        ...problemResponse(429),
        headers: {
          "Retry-After": { description: "Seconds.", schema: { type: "integer", minimum: 0 } },
        },
      },
      default: problemResponse(500),
    },
  };
}

function problemResponse(status: number): Broken {
  const value = { type: "https://example.com/problems/extra", title: "Extra", status };
  const schema = { $ref: "#/components/schemas/Problem" };
  const content = { "application/problem+json": { schema, examples: { extra: { value } } } };
  return { description: "A problem.", content };
}

/** A parameter in a path that nothing is wrong with. */
export function pathParameter(name: string): Broken {
  return {
    name,
    in: "path",
    description: "Its id.",
    required: true,
    schema: { type: "string", format: "uuid" },
    example: "9544c9fc-d7a7-4a9f-8ea4-26cfd6aded54",
  };
}
