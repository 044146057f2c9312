import type { Broken, Fault } from "./fault.ts";
import {
  addCallback,
  addHeader,
  addLink,
  addQuery,
  answer,
  at,
  body,
  create,
  example,
  list,
  plainOperation,
  problem,
  read,
} from "./places.ts";

function query(name: string, parameter: object): Fault {
  return { name, at: [at.list], inject: (root) => addQuery(list(root), parameter) };
}

function link(name: string, value: unknown): Fault {
  return { name, at: [at.create], inject: (root) => addLink(root, value) };
}

function callback(name: string, expression: string, operation: unknown): Fault {
  return {
    name,
    at: [at.create],
    inject: (root) => addCallback(root, expression, operation),
  };
}

function scheme(name: string, value: unknown): Fault {
  return {
    name,
    at: ["/components/securitySchemes/extra"],
    inject: (root) => {
      root.components.securitySchemes.extra = value;
      list(root).security.push({ extra: [] });
    },
  };
}

function oauth(scopes: object): Broken {
  const flow = { tokenUrl: "https://auth.example.com/token", scopes };
  return { type: "oauth2", description: "Tokens.", flows: { clientCredentials: flow } };
}

const UUID = "9544c9fc-d7a7-4a9f-8ea4-26cfd6aded54";

/** Parameters, bodies, responses, links, callbacks, security. */
export const exchangeFaults: readonly Fault[] = [
  query("a parameter without schema", { schema: undefined }),
  query("a parameter with schema and content", {
    content: { "application/json": { schema: { type: "string" } } },
  }),
  query("a parameter twice", { name: "state" }),
  query("a parameter in the body", { in: "body" }),
  query("a parameter without a name", { name: undefined }),
  query("a path parameter that may be left out", { in: "path", name: "memberId" }),
  query("a header that OpenAPI ignores", { in: "header", name: "Authorization" }),
  query("a header with a blank in its name", { in: "header", name: "My Header" }),
  query("a style that does not go there", { style: "matrix" }),
  query("a deep object of a text", { style: "deepObject" }),
  query("a default that can never be used", {
    required: true,
    schema: { type: "string", default: "a" },
  }),
  query("a default of a parameter outside its values", {
    schema: { type: "string", enum: ["a"], default: "b" },
  }),
  query("an example of a parameter outside its bounds", {
    schema: { type: "integer", maximum: 3 },
    example: 9,
  }),
  query("example and examples", { example: "a", examples: { a: { value: "a" } } }),
  query("a parameter in another case than the others", { name: "due_at" }),
  query("a parameter without description", { description: undefined }),
  query("a secret in the query", { name: "password" }),

  {
    name: "a GET with a body",
    at: [at.list],
    inject: (root) => (list(root).requestBody = body0(create(root))),
  },
  {
    name: "a DELETE with a body",
    at: ["/paths/~1loans/delete"],
    inject: (root) =>
      (root.paths["/loans"].delete = {
        ...plainOperation("removeLoans"),
        requestBody: body0(create(root)),
      }),
  },
  {
    name: "a HEAD with a body",
    at: ["/paths/~1loans/head"],
    inject: (root) =>
      (root.paths["/loans"].head = {
        ...plainOperation("peekLoans"),
        requestBody: body0(create(root)),
      }),
  },
  {
    name: "a body without content",
    at: [at.create],
    inject: (root) => delete create(root).requestBody.content,
  },
  {
    name: "a body with empty content",
    at: [at.create],
    inject: (root) => (create(root).requestBody.content = {}),
  },
  {
    name: "a body without schema",
    at: [at.create],
    inject: (root) => (create(root).requestBody.content["application/json"] = {}),
  },
  {
    name: "a media type without a slash",
    at: [at.create],
    inject: (root) => (create(root).requestBody.content = { json: body(create(root)) }),
  },
  {
    name: "an encoding of a property that is not there",
    at: [at.create],
    inject: (root) =>
      (create(root).requestBody.content["multipart/form-data"] = {
        schema: { type: "object", properties: { file: { type: "string", format: "binary" } } },
        encoding: { ghost: { contentType: "image/png" } },
      }),
  },
  {
    name: "an example that does not fit",
    at: [at.create],
    inject: (root) => (example(body(create(root))).copyId = 5),
  },
  {
    name: "an example with a value and its address",
    at: [at.create],
    inject: (root) =>
      (body(create(root)).examples.extra = {
        value: example(body(create(root))),
        externalValue: "https://example.com/x.json",
      }),
  },
  {
    name: "an example of a list that does not fit",
    at: [at.list],
    inject: (root) => (example(answer(list(root), "200")).items[0].id = "x"),
  },

  {
    name: "a status that is none",
    at: [at.list],
    inject: (root) => (list(root).responses["999"] = { description: "x" }),
  },
  {
    name: "a range of statuses in small letters",
    at: [at.list],
    inject: (root) => (list(root).responses["2xx"] = { description: "x" }),
  },
  {
    name: "no answer for success",
    at: [at.list],
    inject: (root) => delete list(root).responses["200"],
  },
  {
    name: "content in a 204",
    at: [at.create],
    inject: (root) =>
      (create(root).responses["204"] = { description: "x", content: answerContent(root) }),
  },
  {
    name: "content in a 304",
    at: [at.list],
    inject: (root) =>
      (list(root).responses["304"] = { description: "x", content: answerContent(root) }),
  },
  {
    name: "a GET that creates",
    at: [at.read],
    inject: (root) => rename(read(root).responses, "200", "201"),
  },
  {
    name: "a header without schema",
    at: [at.list],
    inject: (root) => addHeader(list(root), "200", "X", { description: "x" }),
  },
  {
    name: "a header that content says",
    at: [at.list],
    inject: (root) =>
      addHeader(list(root), "200", "Content-Type", {
        description: "x",
        schema: { type: "string" },
      }),
  },
  {
    name: "a header of a wrong name",
    at: [at.list],
    inject: (root) =>
      addHeader(list(root), "200", "Total:", { description: "x", schema: { type: "string" } }),
  },
  {
    name: "an error that is no problem document",
    at: [at.list],
    inject: (root) =>
      (list(root).responses["400"] = {
        description: "x",
        content: { "application/json": { schema: { type: "object" } } },
      }),
  },
  {
    name: "an error whose example has another status",
    at: ["/components/responses", at.read],
    inject: (root) => (example(problem(root, read(root), "404").media).status = 410),
  },

  link("a link to no operation", { operationId: "ghost" }),
  link("a link to two operations", {
    operationId: "getMember",
    operationRef: "#/paths/~1members~1{memberId}/get",
    parameters: { memberId: UUID },
  }),
  link("a link to nowhere", { description: "Nothing." }),
  link("a link to a path that is not there", { operationRef: "#/paths/~1ghosts/get" }),
  link("a link with a parameter that is not there", {
    operationId: "getMember",
    parameters: { memberId: UUID, ghost: "x" },
  }),
  link("a link without the path's parameter", { operationId: "getMember", parameters: {} }),
  link("a link with an expression that is none", {
    operationId: "getMember",
    parameters: { memberId: "$response.bdy#/id" },
  }),
  link("a link from a property that is not there", {
    operationId: "getMember",
    parameters: { memberId: "$response.body#/ghostId" },
  }),
  link("a link from a header that is not there", {
    operationId: "getMember",
    parameters: { memberId: "$response.header.Ghost" },
  }),
  link("a link from a parameter that is not there", {
    operationId: "getMember",
    parameters: { memberId: "$request.path.ghostId" },
  }),
  callback("a callback to no address", "callbackUrl", plainOperation("called")),
  callback(
    "a callback with an expression that is none",
    "{$request.bdy#/copyId}",
    plainOperation("called"),
  ),
  callback(
    "a callback to a property that is not there",
    "{$request.body#/ghostUrl}",
    plainOperation("called"),
  ),
  callback(
    "a callback to a parameter that is not there",
    "{$request.query.ghostUrl}",
    plainOperation("called"),
  ),
  callback("a callback without responses", "{$request.body#/copyId}", {
    ...plainOperation("called"),
    responses: undefined,
  }),

  {
    name: "a security scheme that is not declared",
    at: [at.list],
    inject: (root) => (list(root).security = [{ ghost: [] }]),
  },
  {
    name: "a scope that is not declared",
    at: [at.list],
    inject: (root) => {
      root.components.securitySchemes.extra = oauth({ "loans:read": "Read." });
      list(root).security.push({ extra: ["loans:ghost"] });
    },
  },
  { name: "no word about security", at: [at.list], inject: (root) => delete list(root).security },
  {
    name: "security that anybody passes",
    at: [at.list],
    inject: (root) => list(root).security.push({}),
  },
  {
    name: "a security scheme that nobody uses",
    at: ["/components/securitySchemes"],
    inject: (root) =>
      (root.components.securitySchemes.extra = {
        type: "http",
        scheme: "bearer",
        description: "x",
      }),
  },
  scheme("a security scheme of an unknown type", { type: "token", description: "x" }),
  scheme("an API key without a place", { type: "apiKey", name: "X-Key", description: "x" }),
  scheme("OAuth2 without flows", { type: "oauth2", description: "x" }),
  scheme("a flow without its token url", {
    type: "oauth2",
    description: "x",
    flows: { clientCredentials: { scopes: {} } },
  }),
  scheme("an API key in the query", { type: "apiKey", in: "query", name: "key", description: "x" }),
  scheme("a password with every request", { type: "http", scheme: "basic", description: "x" }),
  scheme("a flow that hands tokens to the browser's address", {
    type: "oauth2",
    description: "x",
    flows: { implicit: { authorizationUrl: "https://auth.example.com/a", scopes: {} } },
  }),
  scheme("a flow that asks clients for passwords", {
    type: "oauth2",
    description: "x",
    flows: { password: { tokenUrl: "https://auth.example.com/t", scopes: {} } },
  }),
  scheme("a token url without TLS", {
    type: "oauth2",
    description: "x",
    flows: { clientCredentials: { tokenUrl: "http://auth.example.com/t", scopes: {} } },
  }),
  { ...scheme("mutual TLS in 3.0", { type: "mutualTLS", description: "x" }), version: "3.0" },
];

function body0(operation: Broken): Broken {
  return structuredClone(operation.requestBody);
}

function answerContent(root: Broken): Broken {
  return structuredClone(create(root).responses["201"].content);
}

function rename(record: Broken, from: string, to: string): void {
  record[to] = record[from];
  delete record[from];
}
