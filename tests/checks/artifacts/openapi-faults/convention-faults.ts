import type { Broken, Fault } from "./fault.ts";
import {
  answer,
  at,
  body,
  create,
  example,
  list,
  loan,
  pathParameter,
  plainOperation,
  problem,
  read,
} from "./places.ts";

function path(name: string, value: string): Fault {
  return {
    name,
    at: [`/paths/${value.replaceAll("/", "~1")}`],
    inject: (root) => {
      const names = [...value.matchAll(/\{(\w+)\}/g)].map(([, found = ""]) => found);
      const parameters = names.map(pathParameter);
      root.paths[value] = {
        delete: {
          ...plainOperation("removeExtra"),
          ...(parameters.length === 0 ? {} : { parameters }),
        },
      };
    },
  };
}

/** The rest of an operation is fine, but one of its errors is not documented. */
function withoutError(name: string, status: string, place: keyof typeof OPERATIONS): Fault {
  return {
    name,
    at: [at[place]],
    inject: (root) => delete OPERATIONS[place](root).responses[status],
  };
}

const OPERATIONS = { list, create, read } as const;

/** What is valid OpenAPI, and still not what this API promises. */
export const conventionFaults: readonly Fault[] = [
  path("a path in camel case", "/bookShelves"),
  path("a path with an underscore", "/book_shelves"),
  path("a verb in a path", "/get-shelves"),
  path("the form of the answer in a path", "/shelves.json"),
  path("an empty segment", "/shelves//books"),
  path("a placeholder in another case than the others", "/shelves/{shelf_id}"),
  path("the version twice", "/v1/shelves"),
  {
    name: "an operationId in another case than the others",
    at: [at.list],
    inject: (root) => (list(root).operationId = "List_Loans"),
  },

  {
    name: "a list without a cursor",
    at: [at.list],
    inject: (root) =>
      (list(root).parameters = list(root).parameters.filter(
        ({ $ref }: Broken) => !String($ref).endsWith("/Cursor"),
      )),
  },
  {
    name: "a list without a limit",
    at: [at.list],
    inject: (root) =>
      (list(root).parameters = list(root).parameters.filter(
        ({ $ref }: Broken) => !String($ref).endsWith("/Limit"),
      )),
  },
  {
    name: "a limit without a bound",
    at: ["/components/parameters/Limit", at.list],
    inject: (root) => delete root.components.parameters.Limit.schema.maximum,
  },
  {
    name: "a page of any size",
    at: [at.page, at.list],
    inject: (root) => delete root.components.schemas.LoanPage.properties.items.maxItems,
  },
  {
    name: "a page that does not say how to go on",
    at: [at.page, at.list],
    inject: (root) => {
      delete root.components.schemas.LoanPage.properties.nextCursor;
      root.components.schemas.LoanPage.required = ["items"];
    },
  },
  {
    name: "a list that is a bare array",
    at: [at.list],
    inject: (root) => {
      const media = answer(list(root), "200");
      media.schema = { type: "array", items: { $ref: "#/components/schemas/Loan" } };
      media.examples = { extra: { value: [] } };
      delete root.components.schemas.LoanPage;
    },
  },

  {
    name: "a write that a repetition does twice",
    at: [at.create],
    inject: (root) =>
      (create(root).parameters = create(root).parameters.filter(
        ({ $ref }: Broken) => !String($ref).endsWith("/IdempotencyKey"),
      )),
  },
  {
    name: "an idempotency key that may be left out",
    at: ["/components/parameters/IdempotencyKey", at.create],
    inject: (root) => (root.components.parameters.IdempotencyKey.required = false),
  },

  withoutError("no 400 where values are taken", "400", "list"),
  withoutError("no 401 where callers prove who they are", "401", "list"),
  withoutError("no 403 where a permission is needed", "403", "list"),
  withoutError("no 404 where something is looked up", "404", "read"),
  withoutError("no 429 where limits apply", "429", "list"),
  withoutError("no 409 though the Design names a conflict", "409", "create"),
  withoutError("no 500", "500", "list"),
  withoutError("no answer for whatever else goes wrong", "default", "list"),
  {
    name: "a 429 that does not say when to come back",
    at: ["/components/responses", at.list],
    inject: (root) => {
      delete problem(root, list(root), "429").response.headers["Retry-After"];
    },
  },
  {
    name: "something made without saying where",
    at: [at.create],
    inject: (root) => delete create(root).responses["201"].headers.Location,
  },
  {
    name: "a condition that cannot fail",
    at: [at.create],
    inject: (root) =>
      create(root).parameters.push({
        name: "If-Match",
        in: "header",
        description: "The version that was read.",
        required: false,
        schema: { type: "string", maxLength: 100 },
        example: '"7"',
      }),
  },
  {
    name: "a body without example",
    at: [at.create],
    inject: (root) => delete body(create(root)).examples,
  },
  {
    name: "an answer without example",
    at: [at.read],
    inject: (root) => delete answer(read(root), "200").examples,
  },
  {
    name: "a sunset of something that is not deprecated",
    at: [at.list],
    inject: (root) => (list(root)["x-sunset"] = "2027-01-01"),
  },
  {
    name: "a sunset that is no date",
    at: [at.list],
    inject: (root) => Object.assign(list(root), { deprecated: true, "x-sunset": "next year" }),
  },

  {
    name: "an operation that the Design does not have",
    at: ["/paths/~1ghosts"],
    inject: (root) => (root.paths["/ghosts"] = { delete: plainOperation("removeGhosts") }),
  },
  {
    name: "an operation under another method than the Design's",
    at: ["/paths/~1members~1{memberId}/put"],
    inject: (root) => {
      root.paths["/members/{memberId}"].put = read(root);
      delete root.paths["/members/{memberId}"].get;
    },
  },
  {
    name: "less security than the Design asks for",
    at: [at.list],
    inject: (root) => (list(root).security = []),
  },
  {
    name: "an internal operation at the gateway",
    document: "gateway",
    at: ["/paths/~1copies~1{copyId}"],
    inject: (root) => Object.assign(root.paths["/copies/{copyId}"].delete, { "x-internal": true }),
  },
  {
    name: "an internal host in a server",
    document: "gateway",
    at: [at.servers],
    inject: (root) =>
      root.servers.push({
        url: "https://lending.library.svc.cluster.local/v1",
        description: "Inside.",
      }),
  },
  {
    name: "an address of the inside in a description",
    document: "gateway",
    at: [at.list],
    inject: (root) =>
      (list(root).description = "Reads from http://10.1.4.7:5432 and pages through it."),
  },
  {
    name: "a stack trace in an error",
    document: "gateway",
    at: ["/components/responses", at.list],
    inject: (root) =>
      (example(problem(root, list(root), "500").media).detail =
        "TypeError: x is undefined\n    at borrow (/srv/app/src/loans.js:10:3)"),
  },
  {
    name: "a database error in an error",
    document: "gateway",
    at: ["/components/responses", at.list],
    inject: (root) =>
      (example(problem(root, list(root), "500").media).detail =
        'ERROR: relation "loans" does not exist (SQLSTATE 42P01)'),
  },
  {
    name: "a secret in a response",
    document: "gateway",
    at: [at.loan],
    inject: (root) => (loan(root).properties.passwordHash = { type: "string", maxLength: 100 }),
  },
  {
    name: "a key of somebody in an example",
    document: "gateway",
    at: [at.create],
    inject: (root) =>
      (create(root).requestBody.description =
        `Send it with Bearer ${["sk", "live", "4eC39HqLyjWDarjtT1zdp7dc"].join("_")}.`),
  },
  {
    name: "an address of somebody in an example",
    document: "gateway",
    at: [at.read],
    inject: (root) => (example(answer(read(root), "200")).email = "ada.lovelace@gmail.com"),
  },
  {
    name: "a telephone number of somebody in an example",
    document: "gateway",
    at: [at.read],
    inject: (root) => (example(answer(read(root), "200")).fullName = "+49 30 901820"),
  },
];
