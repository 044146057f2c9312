import { describe, expect, test } from "vitest";
import { readGrant } from "../../src/requirements/read-grant.ts";

describe("readGrant", () => {
  test.each([
    ["The system shall let a patient book an appointment.", "patient", "book an appointment."],
    ["The service shall allow a clerk to block an account.", "clerk", "block an account."],
    [
      "A compliance officer shall be able to release a transfer",
      "compliance officer",
      "release a transfer",
    ],
    ["Players can add friends", "player", "add friends"],
    ["The fleet manager exports a report", "fleet manager", "export a report"],
    ["The dispatcher acknowledges alerts.", "dispatcher", "acknowledge alerts."],
    ["Each customer may cancel an order", "customer", "cancel an order"],
  ])("%s", (text, actor, means) => {
    expect(readGrant(text)).toEqual({ actor, means });
  });

  test.each([
    "An order can be cancelled.",
    "The system shall store orders.",
    "The server can handle 500 requests per second.",
    "Orders can have many lines.",
    "When an order is placed, the stock is reserved.",
    "The newsletter may contain offers.",
    "",
    "a ".repeat(50_000),
  ])("is none: %.40s", (text) => {
    expect(readGrant(text)).toBeUndefined();
  });
});
