import type { Fault } from "./fault.ts";
import {
  addProperty,
  at,
  create,
  list,
  loan,
  pathParameter,
  plainOperation,
  read,
} from "./places.ts";

const extra = `${at.loan}/properties/extra`;

/** What a document is made of: its head, paths, operations, references, tags, servers. */
export const structureFaults: readonly Fault[] = [
  { name: "no title", at: ["/info"], inject: (root) => delete root.info.title },
  { name: "no version of the API", at: ["/info"], inject: (root) => delete root.info.version },
  {
    name: "an unknown field at the top",
    at: ["/serverz", ""],
    inject: (root) => (root.serverz = []),
  },
  {
    name: "an unknown field in an operation",
    at: [at.list],
    inject: (root) => (list(root).operationid = "x"),
  },
  {
    name: "an unknown method",
    at: ["/paths/~1loans"],
    inject: (root) => (root.paths["/loans"].fetch = plainOperation("fetchLoans")),
  },
  { name: "no responses", at: [at.list], inject: (root) => delete list(root).responses },
  { name: "empty responses", at: [at.list], inject: (root) => (list(root).responses = {}) },
  {
    name: "a response without description",
    at: [at.list],
    inject: (root) => delete list(root).responses["200"].description,
  },
  {
    name: "a license url that is none",
    at: ["/info/license"],
    inject: (root) => (root.info.license.url = "no url"),
  },
  {
    name: "a contact address that is none",
    at: ["/info/contact"],
    inject: (root) => (root.info.contact = { name: "x", email: "nobody" }),
  },
  {
    name: "an external document without a url",
    at: ["/externalDocs"],
    inject: (root) => (root.externalDocs = { description: "x" }),
  },

  {
    name: "a reference to nothing",
    at: [extra],
    inject: (root) => addProperty(root, { $ref: "#/components/schemas/Ghost" }),
  },
  {
    name: "a reference to a parameter that is not there",
    at: [at.list],
    inject: (root) => list(root).parameters.push({ $ref: "#/components/parameters/Ghost" }),
  },
  {
    name: "a response reference to nothing",
    at: [at.list],
    inject: (root) => (list(root).responses["404"] = { $ref: "#/components/responses/Ghost" }),
  },
  {
    name: "a parameter that refers to a schema",
    at: [at.list],
    inject: (root) => list(root).parameters.push({ $ref: "#/components/schemas/Loan" }),
  },
  {
    name: "a reference to another file",
    at: [extra],
    inject: (root) => addProperty(root, { $ref: "./other.yaml" }),
  },
  {
    name: "a reference to the network",
    at: [extra],
    inject: (root) => addProperty(root, { $ref: "https://example.com/schema.json" }),
  },
  {
    name: "words beside a reference, which 3.0 ignores",
    version: "3.0",
    at: [extra],
    inject: (root) => addProperty(root, { $ref: "#/components/schemas/Member", maxProperties: 1 }),
  },
  {
    name: "a component that nobody uses",
    at: ["/components/schemas/Unused"],
    inject: (root) => (root.components.schemas.Unused = { type: "string" }),
  },
  {
    name: "a component with a name that is not allowed",
    at: ["/components/schemas"],
    inject: (root) => {
      root.components.schemas["Loan Note"] = { type: "string", maxLength: 10 };
      addProperty(root, { $ref: "#/components/schemas/Loan%20Note" });
    },
  },

  {
    name: "a path without a slash",
    at: [at.paths],
    inject: (root) => (root.paths["extra"] = { get: plainOperation("getExtra") }),
  },
  {
    name: "a path that ends with a slash",
    at: ["/paths/~1extra~1"],
    inject: (root) => (root.paths["/extra/"] = { delete: plainOperation("removeExtra") }),
  },
  {
    name: "a query in a path",
    at: ["/paths/~1extra?all=true"],
    inject: (root) => (root.paths["/extra?all=true"] = { delete: plainOperation("removeExtra") }),
  },
  {
    name: "an empty placeholder",
    at: ["/paths/~1extra~1{}"],
    inject: (root) => (root.paths["/extra/{}"] = { delete: plainOperation("removeExtra") }),
  },
  {
    name: "a placeholder twice",
    at: ["/paths/~1extra~1{id}~1more~1{id}"],
    inject: (root) =>
      (root.paths["/extra/{id}/more/{id}"] = {
        delete: { ...plainOperation("removeExtra"), parameters: [pathParameter("id")] },
      }),
  },
  {
    name: "a placeholder without parameter",
    at: [at.read],
    inject: (root) => delete read(root).parameters,
  },
  {
    name: "a path parameter without placeholder",
    at: [at.list],
    inject: (root) => list(root).parameters.push(pathParameter("ghostId")),
  },
  {
    name: "one path with two spellings of its placeholder",
    at: ["/paths/~1members~1{id}", "/paths/~1members~1{memberId}"],
    inject: (root) =>
      (root.paths["/members/{id}"] = {
        delete: { ...plainOperation("removeMember"), parameters: [pathParameter("id")] },
      }),
  },
  {
    name: "two paths that one URL fits",
    at: ["/paths/~1{kind}~1newest", "/paths/~1members~1{memberId}"],
    inject: (root) =>
      (root.paths["/{kind}/newest"] = {
        delete: { ...plainOperation("removeNewest"), parameters: [pathParameter("kind")] },
      }),
  },

  { name: "no operationId", at: [at.list], inject: (root) => delete list(root).operationId },
  {
    name: "an operationId twice",
    at: [at.list, at.create],
    inject: (root) => (list(root).operationId = create(root).operationId),
  },
  {
    name: "an operationId with a blank",
    at: [at.list],
    inject: (root) => (list(root).operationId = "list loans"),
  },
  { name: "no summary", at: [at.list], inject: (root) => delete list(root).summary },
  { name: "no description", at: [at.list], inject: (root) => delete list(root).description },
  { name: "no tag", at: [at.list], inject: (root) => delete list(root).tags },
  {
    name: "a tag that is not declared",
    at: [at.list],
    inject: (root) => (list(root).tags = ["Ghost"]),
  },
  { name: "a tag twice", at: ["/tags"], inject: (root) => root.tags.push({ ...root.tags[0] }) },
  {
    name: "a tag that nobody uses",
    at: ["/tags"],
    inject: (root) => root.tags.push({ name: "Ghost", description: "Nothing." }),
  },
  {
    name: "script in a description",
    at: ["/info"],
    inject: (root) => (root.info.description = "<script>alert(1)</script>"),
  },

  { name: "no servers", at: ["/servers", ""], inject: (root) => delete root.servers },
  {
    name: "an empty server url",
    at: [at.servers],
    inject: (root) => (root.servers[0] = { url: "", description: "Production." }),
  },
  {
    name: "a relative server url",
    at: [at.servers],
    inject: (root) => (root.servers[0] = { url: "/api/v1", description: "Production." }),
  },
  {
    name: "a server url without TLS",
    at: [at.servers],
    inject: (root) => (root.servers[0].url = root.servers[0].url.replace("https:", "http:")),
  },
  {
    name: "a server url with a slash at its end",
    at: [at.servers],
    inject: (root) => (root.servers[0].url += "/"),
  },
  {
    name: "a server variable that is not declared",
    at: [at.servers],
    inject: (root) => (root.servers[0].url = "https://{ghost}.example.com/api"),
  },
  {
    name: "a server variable that nobody uses",
    at: [at.servers],
    inject: (root) => (root.servers[0].variables.ghost = { default: "x" }),
  },
  {
    name: "a server variable outside its values",
    at: [at.servers],
    inject: (root) =>
      (root.servers[0].variables.host = { default: "a.example.com", enum: ["b.example.com"] }),
  },
  {
    name: "webhooks in 3.0",
    version: "3.0",
    at: ["/webhooks", ""],
    inject: (root) => (root.webhooks = { extra: { post: plainOperation("extra") } }),
  },
  {
    name: "a webhook with an unknown method",
    version: "3.1",
    at: ["/webhooks"],
    inject: (root) => (root.webhooks = { extra: { push: plainOperation("extra") } }),
  },
  {
    name: "a schema that refers to itself",
    at: [at.loan, "/components/schemas"],
    inject: (root) => (root.components.schemas.Loan = { $ref: at.loan.replace("/", "#/") }),
  },
  {
    name: "a schema that only an endless value keeps",
    at: [at.loan],
    inject: (root) => {
      loan(root).properties.parent = { $ref: "#/components/schemas/Loan" };
      loan(root).required.push("parent");
    },
  },
];
