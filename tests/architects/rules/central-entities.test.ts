import { describe, expect, test } from "vitest";
import { composeDomain } from "../../../src/architects/rules/compose-domain.ts";
import type { DomainModel, EntityPlan } from "../../../src/architects/rules/domain-model.ts";
import { draftAll, faultsOf, readText } from "./draft-all.ts";

/** The model of a text, and that what is drafted of it holds together. */
async function modelOf(text: string): Promise<DomainModel> {
  const reading = await readText(text);
  expect(faultsOf(await draftAll(reading))).toEqual([]);
  return composeDomain(reading);
}

function thing(model: DomainModel, id: string): EntityPlan {
  const found = model.entities.find((entity) => entity.id === id);
  if (found === undefined) throw new Error(`${id} is not in ${idsOf(model).join(", ")}`);
  return found;
}

function fieldsOf(model: DomainModel, id: string): readonly string[] {
  return thing(model, id).fields.map((field) => field.id);
}

function targetsOf(model: DomainModel, id: string): readonly string[] {
  return thing(model, id).references.map(({ to }) => to);
}

function idsOf({ entities }: DomainModel): readonly string[] {
  return entities.map(({ id }) => id);
}

describe("central things that a list of words would leave out", () => {
  test("what has stated fields is a thing, whatever the word", async () => {
    const model = await modelOf(
      "# Sports hall\n\n- The warden can create a team.\n- A team has a name and a colour.\n- A class has a title, a level and a coach.\n- Each match has two teams, a start time and a referee.\n- An application states the applicant's motive, a desired start and a signature.\n",
    );
    expect(fieldsOf(model, "team")).toEqual(expect.arrayContaining(["name"]));
    expect(fieldsOf(model, "class")).toEqual(expect.arrayContaining(["title", "level"]));
    const roles = thing(model, "match").references.filter(({ to }) => to === "team");
    expect(roles.map(({ field }) => field)).toEqual(["first-team-id", "second-team-id"]);
  }, 60_000);

  test("what is decided upon, written to or counted on its own is a thing", async () => {
    const model = await modelOf(
      "# Chess club server\n\n- Players can send, accept or decline draw requests.\n- A player has a nickname and a rating.\n- Every change of a rating is written to a ledger.\n- Ladders per country and season, top 50\n- A ladder is at most one minute old.\n- The ladder of a country is public.\n- A season has a start date and an end date.\n",
    );
    expect(idsOf(model)).toEqual(
      expect.arrayContaining(["draw-request", "ledger", "ladder", "player", "season"]),
    );
    expect(targetsOf(model, "draw-request")).toEqual(["player"]);
    expect(fieldsOf(model, "ledger")).toEqual(expect.arrayContaining(["amount", "reason"]));
    expect(targetsOf(model, "ladder")).toContain("season");
  }, 60_000);

  test("states make a thing, also in a clause behind others", async () => {
    const model = await modelOf(
      "# Lockers\n\n- A locker has an address and several boxes; each box is empty, reserved or filled, and opens with a code.\n- A courier can open a locker.\n",
    );
    expect(thing(model, "box").lifecycle?.initial).toBe("empty");
    expect(thing(model, "box").fields.find(({ id }) => id === "status")?.enumValues).toEqual([
      "empty",
      "reserved",
      "filled",
    ]);
    expect(targetsOf(model, "box")).toEqual(["locker"]);
    expect(fieldsOf(model, "locker")).toEqual(["address"]);
  }, 60_000);

  test("a table of entities and a data dictionary name things whatever the word", async () => {
    const model = await modelOf(
      "# Grants office\n\n## Entities\n\n| Entity | Main fields |\n|---|---|\n| Applicant | name, tax number |\n| Application | applicant, amount, status |\n\n## Process\n\n| Step | Who | What happens |\n|---|---|---|\n| P-1 | Applicant | submits an application |\n| P-2 | Officer | writes a decision with a reason and a date |\n| P-3 | Officer | opens a review case when an amount is above 5,000 EUR |\n",
    );
    expect(targetsOf(model, "application")).toEqual(["applicant"]);
    expect(fieldsOf(model, "application")).toEqual(expect.arrayContaining(["amount", "status"]));
    expect(idsOf(model)).toContain("decision");
    expect(model.operations.map(({ id }) => id)).toContain("create-application");
  }, 60_000);

  test("words without evidence stay out", async () => {
    const model = await modelOf(
      "# Notes\n\n- As a user, I want to create notes with a title and a body.\n- As a user, I want to see the list of notes in one view.\n- As a user, I want to find a note within a second.\n- The application shall show an error message when the title is empty.\n- Players pay gold for stickers.\n- Confirm that the sequence of a note stays unique.\n- Single sign-on is used.\n",
    );
    for (const id of ["list", "view", "second", "error", "gold", "sequence", "sign-on", "title"])
      expect(idsOf(model)).not.toContain(id);
  }, 60_000);
});

describe("rows that deeds and groups leave behind", () => {
  test("a tool library keeps members, loans and reservations", async () => {
    const model = await modelOf(
      "# Tool library\n\n- A member has a name, a phone number and a card number.\n- A tool has a name and a daily fee. The library owns about 50,000 tools.\n- Members can search for tools and reserve a tool for a date.\n- A librarian lends a tool to a member. A loan has a due date and a return date.\n- A librarian records a repair of a tool with a cost and a note.\n",
    );
    expect(fieldsOf(model, "member")).toEqual(expect.arrayContaining(["name", "card-number"]));
    expect(targetsOf(model, "loan").toSorted()).toEqual(["member", "tool"]);
    expect(targetsOf(model, "reservation").toSorted()).toEqual(["member", "tool"]);
    expect(fieldsOf(model, "repair")).toEqual(["cost", "note"]);
    expect(idsOf(model)).not.toContain("librarian");
  }, 60_000);

  test("groups have members; whoever holds things is kept", async () => {
    const model = await modelOf(
      "# Choirs\n\n- A singer has a name and a voice.\n- A singer can join a choir.\n- Choirs of up to 80 members, with a conductor and a treasurer\n- Each patron holds one or more pledges.\n- A pledge has an amount and a year.\n- The treasurer can cancel a pledge.\n",
    );
    expect(targetsOf(model, "choir-member").toSorted()).toEqual(["choir", "singer"]);
    expect(targetsOf(model, "pledge")).toEqual(["patron"]);
  }, 60_000);

  test("an attempt at a thing that is taken belongs to the thing", async () => {
    const model = await modelOf(
      "# Tests\n\n- As a learner, I want to sign in with e-mail and password.\n- As a learner, I want to take a quiz, with at most 3 attempts, so that I can prove what I know.\n- As an author, I want to create a quiz with a title.\n",
    );
    expect(targetsOf(model, "quiz-attempt").toSorted()).toEqual(["account", "quiz"]);
  }, 60_000);
});

describe("what things belong to", () => {
  test("a clause about each part ties it to the whole before it", async () => {
    const model = await modelOf(
      "# Rentals\n\n- The clerk can create a rental contract with a number and a start date.\n- The system creates the payment plan; each rate has a due date and a sum.\n- A contract can be secured by deposit; each deposit has a sum and an owner.\n- When a rate is 30 days late, the clerk opens a dunning case.\n- The clerk books a repayment against a rate.\n",
    );
    expect(targetsOf(model, "rate")).toEqual(["payment-plan"]);
    expect(targetsOf(model, "dunning-case")).toEqual(["rate"]);
    expect(targetsOf(model, "repayment")).toContain("rate");
  }, 60_000);

  test("what is handed in is kept for each person and thing", async () => {
    const model = await modelOf(
      "# School\n\n- As a secretary, I want to register a student with first name and last name.\n- As a teacher, I want to set homework with a title and a due date.\n- As a student, I want to hand in homework as a file.\n- As a secretary, I want to create a school year with two terms.\n- As a student, I want to see my marks of each term.\n",
    );
    expect(targetsOf(model, "homework-submission").toSorted()).toEqual(["homework", "student"]);
    expect(targetsOf(model, "term")).toEqual(["school-year"]);
  }, 60_000);

  test("no context of one thing where others take it in", async () => {
    const model = await modelOf(
      `# Zoo\n\n${[
        "cage",
        "keeper shift",
        "animal",
        "feed plan",
        "vet report",
        "ticket",
        "tour",
        "donation",
        "shop item",
        "map sign",
      ]
        .map(
          (name, i) =>
            `- A ${name} has a name and a code.\n- The clerk can create a ${name}.\n${i > 0 ? `- A ${name} belongs to one cage.\n` : ""}`,
        )
        .join("")}`,
    );
    const sizes = model.contexts.map(
      ({ id }) => model.entities.filter(({ context }) => context === id).length,
    );
    expect(Math.min(...sizes)).toBeGreaterThan(1);
  }, 60_000);
});

describe("one thing under two names", () => {
  test("what takes up a whole name is that thing", async () => {
    const model = await modelOf(
      "# Depot\n\n- The planner can create a collection run.\n- Each run is driven by one courier with one van, and has a list of stops.\n- The courier ends the run.\n",
    );
    expect(idsOf(model)).toContain("collection-run");
    expect(idsOf(model)).not.toContain("run");
    expect(targetsOf(model, "collection-run")).toContain("courier");
    expect(targetsOf(model, "stop")).toEqual(["collection-run"]);
  }, 60_000);

  test("kinds of a thing are one thing with a kind; another thing stays another", async () => {
    const forms = await modelOf(
      "# Camp\n\n- As a parent, I want to submit various types of forms.\n- As a parent, I want to sign consent forms.\n- As a nurse, I want to see medical forms.\n",
    );
    expect(idsOf(forms).filter((id) => id.includes("form"))).toEqual(["form"]);
    const questions = await modelOf(
      "# Courses\n\n- As a learner, I want to post a question in a lesson.\n- As an author, I want to write quiz questions with several answers.\n",
    );
    expect(idsOf(questions)).toEqual(expect.arrayContaining(["question", "quiz-question"]));
  }, 60_000);
});
