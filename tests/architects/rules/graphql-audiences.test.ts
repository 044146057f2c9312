import { describe, expect, test } from "vitest";
import { designChecks } from "../../../src/checks/registry.generated.ts";
import { indexDesign } from "../../../src/design/design-index.ts";
import type { Design } from "../../../src/design/design.ts";
import { draftAll, faultsOf, readText } from "./draft-all.ts";

const TABLE = `# Parcels

| Audience | Who they are | Proof | Rate limit |
| --- | --- | --- | --- |
| Mobile app | Recipients on iOS and Android | OAuth2 authorization code with PKCE | 120 requests per minute |
| Web portal | Employees of shops | OAuth2 authorization code with PKCE | 300 requests per minute |
| Partner | Shop systems with a contract | API key | 600 requests per minute |

- A parcel has a weight and a unique tracking code.
- A recipient can track a parcel by its tracking code.
`;

async function drafted(sentence: string): Promise<Design> {
  const design = await draftAll(await readText(`${TABLE}- ${sentence}\n`));
  const index = indexDesign(design);
  expect(faultsOf(design)).toEqual([]);
  expect(
    designChecks.flatMap((check) => check.check(design, index).map(({ message }) => message)),
  ).toEqual([]);
  return design;
}

function asking({ system }: Design): readonly string[] {
  return system.api.audiences.filter(({ graphql }) => graphql === true).map(({ id }) => id);
}

describe("who calls through GraphQL", () => {
  test("those whom the sentence names; the choice of the style says so", async () => {
    const design = await drafted(
      "The mobile app calls the API through GraphQL, so that a screen needs one request.",
    );
    expect(asking(design)).toEqual(["mobile-app"]);
    const style = design.system.technology.find(({ id }) => id === "api-style");
    const asked = design.system.requirements.find(({ text }) => text.includes("GraphQL"));
    expect(style?.choice).toContain("GraphQL");
    expect(asked?.scope).toBe("in");
    expect(style?.requirements).toContain(asked?.id);
  });

  test("every known client where the sentence names none", async () => {
    const ids = asking(await drafted("The API must be offered as GraphQL beside REST."));
    expect(ids).toEqual(expect.arrayContaining(["mobile-app", "web-portal", "partner"]));
  });

  test.each([
    "The mobile app shows the parcel on one screen.",
    "The mobile app must not use GraphQL.",
    "The API is REST rather than GraphQL.",
    "It is open whether the partner gets REST or GraphQL.",
  ])("nobody: %s", async (sentence) => {
    expect(asking(await drafted(sentence))).toEqual([]);
  });
});
