import { describe, expect, test } from "vitest";
import { designChecks } from "../../../src/checks/registry.generated.ts";
import { indexDesign } from "../../../src/design/design-index.ts";
import type { Design, Operation } from "../../../src/design/design.ts";
import { draftAll, faultsOf, readText } from "./draft-all.ts";

async function drafted(...lines: readonly string[]): Promise<Design> {
  const design = await draftAll(await readText(lines.join("\n")));
  const index = indexDesign(design);
  expect(faultsOf(design)).toEqual([]);
  expect(
    designChecks.flatMap((check) => check.check(design, index).map(({ message }) => message)),
  ).toEqual([]);
  return design;
}

function operation(design: Design, method: string, path: string): Operation {
  const all = design.contexts.flatMap((context) => context.operations);
  const found = all.find(({ http }) => http?.method === method && http.path === path);
  const there = all.map(({ http }) => `${http?.method ?? ""} ${http?.path ?? ""}`).join(", ");
  if (found === undefined) throw new Error(`no ${method} ${path} among ${there}`);
  return found;
}

function paths(design: Design): readonly string[] {
  return design.contexts.flatMap(({ operations }) =>
    operations.flatMap(({ http }) => (http === undefined ? [] : [`${http.method} ${http.path}`])),
  );
}

function bodyOf(design: Design, { request }: Operation): readonly string[] {
  const schemas = design.contexts.flatMap((context) => context.schemas);
  const properties = schemas.find(({ id }) => id === request?.schema)?.properties ?? [];
  return properties.map(({ field, name, id }) => field ?? name ?? id);
}

function statusesOf(design: Design, { errors }: Operation): readonly number[] {
  return design.system.api.errors.flatMap(({ id, status }) =>
    errors.includes(id) ? [status] : [],
  );
}

const FERRY = [
  "# Ferry line",
  "",
  "- A passenger can reserve a cabin in the mobile app.",
  "- A reservation has a from date and a to date.",
  "- A harbour clerk can cancel a reservation in the web portal.",
  "- A partner can list sailings over the API.",
  "- An operator can delay a sailing with a reason.",
  "- An administrator can do everything an operator can and can remove a sailing.",
  "- A cabin has a number and a deck.",
  "- A sailing has a departure time and a status (planned, delayed, sailed).",
];

describe("who may call what", () => {
  test("each with the client that the text gives them, and nobody with another's", async () => {
    const design = await drafted(...FERRY);
    const audiences = (method: string, path: string) => operation(design, method, path).audiences;
    expect(audiences("post", "/reservations")).toEqual(["mobile-app"]);
    expect(audiences("post", "/reservations/{reservationId}/cancel")).not.toContain("mobile-app");
    expect(audiences("post", "/reservations/{reservationId}/cancel")).not.toContain("partner");
    expect(audiences("get", "/sailings")).toEqual(expect.arrayContaining(["partner", "internal"]));
    expect(audiences("get", "/sailings")).not.toContain("mobile-app");
    expect(audiences("delete", "/sailings/{sailingId}")).toEqual(["internal"]);
  }, 60_000);

  test("machines prove who they are with client credentials, people do not", async () => {
    const design = await drafted(...FERRY);
    const { mechanisms } = design.system.auth;
    const machine = mechanisms.find(({ flow }) => flow === "client-credentials");
    expect(machine).toMatchObject({ kind: "oauth2", audiences: ["partner"] });
    expect(operation(design, "get", "/sailings").auth.mechanisms).toContain(machine?.id);
    expect(operation(design, "post", "/reservations").auth.mechanisms).not.toContain(machine?.id);
    expect(design.system.actors.find(({ id }) => id === "partner")?.kind).toBe("external-system");
  }, 60_000);

  test("who may do all that others may has their permissions; others do not get theirs", async () => {
    const { roles } = (await drafted(...FERRY)).system.auth;
    const permissions = (wanted: string) =>
      roles.find(({ id }) => id === wanted)?.permissions ?? [];
    expect(permissions("administrator")).toEqual(
      expect.arrayContaining(["sailings-delay", "sailings-write"]),
    );
    expect(permissions("operator")).toContain("sailings-delay");
    expect(permissions("operator")).not.toContain("sailings-write");
    expect(roles.find(({ id }) => id === "administrator")?.description).toContain("an operator");
  }, 60_000);

  test("roles that inherit in a circle end", async () => {
    const design = await drafted(
      "# Ring",
      "",
      "- A moderator can do everything an editor can.",
      "- An editor can do everything a moderator can.",
      "- An editor can publish an article.",
      "- An article has a title.",
      "- A reader can view articles.",
    );
    const roles = design.system.auth.roles.filter(({ permissions }) =>
      permissions.includes("articles-publish"),
    );
    expect(roles.map(({ id }) => id).toSorted()).toEqual(["editor", "moderator"]);
  }, 60_000);

  test("where nobody is named, every client outside may call, and that is said", async () => {
    const design = await drafted(
      "# Shelf",
      "",
      "- A member can borrow a book through the mobile app.",
      "- Search books by author.",
      "- A book has an author and a year.",
      "- An administrator can remove a book.",
    );
    const list = operation(design, "get", "/books");
    expect(list.audiences).toEqual(["mobile-app"]);
    const said = design.system.assumptions.find(({ text }) => text.includes("internal ones aside"));
    expect(said?.text).toContain(list.name);
    expect(said?.reason).toBe("No statement says who does it.");
    expect(operation(design, "delete", "/books/{bookId}").audiences).toEqual(["internal"]);
  }, 60_000);

  test("whoever signs in elsewhere shows no password here", async () => {
    const design = await drafted(
      "# Desk",
      "",
      "- Agents sign in with OpenID Connect.",
      "- An agent can close a ticket.",
      "- A ticket has a subject and a status (open, closed).",
    );
    expect(paths(design)).not.toContain("post /sessions");
    expect(design.system.auth.mechanisms).toMatchObject([
      { kind: "openid-connect", flow: "authorization-code" },
    ]);
  }, 60_000);

  test("a webhook tells the partner, with a signature that no caller uses", async () => {
    const design = await drafted(
      "# Parcels",
      "",
      "- A partner can register a webhook endpoint with a URL.",
      "- A partner can create a parcel.",
      "- A courier can mark a parcel as delivered.",
      "- When a parcel is delivered, the system shall send a signed webhook to the partner.",
      "- A parcel has a weight and a status (created, delivered).",
    );
    const signature = design.system.auth.mechanisms.find(({ kind }) => kind === "signature");
    expect(signature?.audiences).toEqual(["partner"]);
    const used = design.contexts.flatMap(({ operations }) =>
      operations.flatMap(({ auth }) => auth.mechanisms),
    );
    expect(used).not.toContain(signature?.id);
    expect(design.system.events.map(({ subscribers }) => subscribers)).toContainEqual(["partner"]);
  }, 60_000);
});

describe("what is asked for in a turn of phrase", () => {
  test("marking, recording and checking in are commands with what they need", async () => {
    const design = await drafted(
      "# Bicycles",
      "",
      "- A mechanic can mark a bicycle as broken with a note.",
      "- A clerk can record the return of a rental with its mileage.",
      "- A clerk can mark a rental as paid.",
      "- A courier can mark a delivery as delivered.",
      "- A bicycle has a number and a status (ready, broken).",
      "- A rental belongs to one bicycle; a rental has a mileage and a status (open, returned, paid).",
      "- A delivery has an address and a status (planned, delivered).",
    );
    expect(bodyOf(design, operation(design, "post", "/bicycles/{bicycleId}/mark-broken"))).toEqual([
      "note",
    ]);
    expect(bodyOf(design, operation(design, "post", "/rentals/{rentalId}/return"))).toEqual([
      "mileage",
    ]);
    expect(operation(design, "post", "/rentals/{rentalId}/mark-paid").request).toBeUndefined();
    expect(paths(design)).toContain("post /deliveries/{deliveryId}/deliver");
  }, 60_000);

  test("a deed that the text keeps is made, and says of what", async () => {
    const design = await drafted(
      "# Looms",
      "",
      "- A weaver can reserve a loom.",
      "- A weaver can cancel a reservation.",
      "- A reservation has a from date and a to date.",
      "- A loom has a width.",
    );
    expect(paths(design)).not.toContain("post /looms/{loomId}/reserve");
    expect(bodyOf(design, operation(design, "post", "/reservations"))).toContain("loom-id");
  }, 60_000);

  test("paying for what is in an order pays the order", async () => {
    const design = await drafted(
      "# Bakery",
      "",
      "- As a customer, I want to place an order.",
      "- As a customer, I want to pay for my breads.",
      "- A bread has a name and a price.",
      "- As a baker, I want to create breads.",
    );
    expect(paths(design).filter((path) => path.includes("/breads/{breadId}/pay"))).toEqual([]);
  }, 60_000);

  test("what is chosen for something changes that", async () => {
    const design = await drafted(
      "# Mail",
      "",
      "- A recipient can choose a pickup shop for a parcel.",
      "- A pickup shop has a name and a city.",
      "- A parcel has a weight.",
      "- A recipient can find pickup shops by city.",
    );
    const choose = operation(design, "put", "/parcels/{parcelId}/pickup-shop");
    expect(bodyOf(design, choose)).toEqual(["pickup-shop-id"]);
    const find = operation(design, "get", "/pickup-shops");
    expect(find.parameters.map(({ name }) => name)).toContain("city");
    expect(find.parameters.map(({ name }) => name)).not.toContain("q");
  }, 60_000);

  test("what a role maintains is made, changed and removed by it alone", async () => {
    const design = await drafted(
      "# Campus",
      "",
      "## Roles",
      "",
      "- Facility administrator: maintains rooms and projectors.",
      "- Teacher: books rooms.",
      "",
      "- A teacher can book a room.",
      "- A room has a number and a floor.",
      "- A projector has a serial number.",
    );
    for (const thing of ["room", "projector"]) {
      const one = `/${thing}s/{${thing}Id}`;
      expect(paths(design)).toEqual(
        expect.arrayContaining([`post /${thing}s`, `patch ${one}`, `delete ${one}`]),
      );
      expect(operation(design, "delete", one).audiences).toEqual(["internal"]);
    }
  }, 60_000);

  test("a stream of readings comes in batches, from the machines that send it", async () => {
    const design = await drafted(
      "# Buoys",
      "",
      "- Each sensor sends measurements; the platform receives 4,000 measurements per second.",
      "- A measurement has a recorded at time and a wave height.",
      "- A harbour master can list measurements.",
    );
    const ingest = operation(design, "post", "/measurements");
    expect(bodyOf(design, ingest)).toEqual(["items"]);
    expect(ingest.http?.status).toBe(202);
    expect(ingest.audiences).toEqual(["device"]);
    expect(operation(design, "get", "/measurements").response?.collection).toBe(true);
  }, 60_000);

  test("orders of people stay one by one, however many there are", async () => {
    const design = await drafted(
      "# Tickets",
      "",
      "- A fan can create a ticket order.",
      "- 900 ticket orders per second at peak.",
      "- A ticket order has a seat number.",
    );
    expect(bodyOf(design, operation(design, "post", "/ticket-orders"))).not.toContain("items");
  }, 60_000);

  test("an export is a link to a file", async () => {
    const design = await drafted(
      "# Ledger",
      "",
      "- An accountant can export invoices as CSV.",
      "- An accountant can create an invoice.",
      "- An invoice has a number and a total.",
    );
    const exported = operation(design, "post", "/invoices/export");
    const answer = design.contexts
      .flatMap((context) => context.schemas)
      .find(({ id }) => id === exported.response?.schema);
    expect(answer?.properties.map(({ name }) => name)).toEqual(["downloadUrl", "expiresAt"]);
  }, 60_000);

  test("feelings and benefits are no operations", async () => {
    const design = await drafted(
      "# Club",
      "",
      "- As a member, I want to create a booking.",
      "- As a member, I want to feel safe and see the benefits of sharing.",
    );
    expect(paths(design).every((path) => path.includes("/bookings"))).toBe(true);
  }, 60_000);
});

describe("what answers hold and what can go wrong", () => {
  test("figures that are shown are read, and never sent", async () => {
    const design = await drafted(
      "# Films",
      "",
      "- A viewer can rate a film with a score from 1 to 5.",
      "- A viewer can list films.",
      "- An administrator can create and update films.",
      "- The film page shows the average score of the film and the number of ratings.",
      "- A film has a title.",
      "- A rating has a score and belongs to one film.",
    );
    const schemas = design.contexts.flatMap((context) => context.schemas);
    const named = (purpose: string) =>
      schemas
        .filter((schema) => schema.entity === "film" && schema.purpose === purpose)
        .flatMap(({ properties }) => properties.map(({ name, id }) => name ?? id));
    expect(named("read")).toEqual(expect.arrayContaining(["averageScore", "ratingCount"]));
    expect([...named("create"), ...named("update")]).not.toContain("averageScore");
    expect(design.system.assumptions.map(({ text }) => text).join("\n")).toContain("average score");
  }, 60_000);

  test("errors follow from proof, limits, look-ups and state", async () => {
    const design = await drafted(
      "# Wiki",
      "",
      "- An author can create, update and delete articles.",
      "- An article has a title and a status (draft, published).",
      "- An author can publish an article.",
      "- Two authors may edit an article at the same time; nobody's changes are overwritten (ETag).",
    );
    const update = operation(design, "patch", "/articles/{articleId}");
    expect(statusesOf(design, update)).toEqual([
      400, 401, 403, 404, 409, 412, 422, 428, 429, 500, 503,
    ]);
    expect(update.parameters.map(({ name }) => name)).toContain("if-match");
    const list = operation(design, "get", "/articles");
    expect(statusesOf(design, list)).toEqual([400, 401, 403, 429, 500]);
    const publish = operation(design, "post", "/articles/{articleId}/publish");
    expect(statusesOf(design, publish)).toContain(409);
    expect(statusesOf(design, publish)).not.toContain(412);
  }, 60_000);

  test("hostile words make no operation and no endless search", async () => {
    const long = `${"as a partner of the billing service in each van ".repeat(60)}sends`;
    const design = await draftAll(
      await readText(
        `# X\n\n- A (user can mark a [thing] as $1.\n- ${long} a constructor.\n- A user can create a thing.\n- An admin can do everything everything everything an admin can.\n`,
      ),
    );
    expect(faultsOf(design)).toEqual([]);
  }, 60_000);
});

describe("what nobody asks for in words", () => {
  test("what is removed was made, and a service of our own shows its own credentials", async () => {
    const design = await drafted(
      "# Meters",
      "",
      "- A billing service creates an invoice for each tenant every month.",
      "- An operator can remove a meter.",
      "- A tenant can list invoices in the mobile app.",
      "- A meter has a serial number.",
      "- An invoice has a total.",
    );
    expect(operation(design, "post", "/meters").audiences).toEqual(["internal"]);
    const invoice = operation(design, "post", "/invoices");
    expect(invoice.audiences).toEqual(["internal"]);
    expect(invoice.auth.mechanisms).toContain("client-credentials");
    expect(operation(design, "get", "/invoices").audiences).toContain("mobile-app");
  }, 60_000);

  test("a thing that the text describes can be read, and who makes it is asked", async () => {
    const design = await drafted(
      "# Arena",
      "",
      "- Players sign in with Apple or Google.",
      "- A player can join a team.",
      "- A season has a title, a first day and a last day.",
      "- A team has a name.",
      "- A spectator can list teams.",
    );
    expect(paths(design)).toEqual(
      expect.arrayContaining(["get /seasons", "get /seasons/{seasonId}"]),
    );
    expect(design.system.openQuestions.map(({ text }) => text).join("\n")).toMatch(/season/);
    expect(bodyOf(design, operation(design, "post", "/sessions"))).toEqual([
      "provider",
      "identityToken",
    ]);
  }, 60_000);
});
