import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { decodeText } from "../../src/requirements/decode-text.ts";
import { readRequirements } from "../../src/requirements/read-requirements.ts";
import { invalid, valid } from "../support/cases.ts";

const BOUND = 2 * 1024 * 1024;
const PROSE = "The customer must be able to pay an order with a card.\n";

describe("the bytes of a file", () => {
  invalid("requirements/empty-file", "no bytes at all", () => decoded([]));
  invalid("requirements/empty-file", "blanks and line ends", () => decoded(" \t\r\n\n\f \n"));
  invalid("requirements/empty-file", "a byte order mark and nothing else", () =>
    decoded("\u{FEFF}\n"),
  );
  valid("requirements/empty-file", "one letter among blanks", () => decoded("\n \t a\n\n"));

  invalid("requirements/binary-file", "the head of a ZIP archive, as of a .docx", () =>
    decoded([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00, 0x21, 0xd5]),
  );
  invalid("requirements/binary-file", "one NUL in a long text", () =>
    decoded(`${PROSE.repeat(100)}\0${PROSE}`),
  );
  invalid("requirements/binary-file", "control characters without a NUL", () =>
    decoded("\u0001\u0002pay\u0003\u0004order\u0005"),
  );
  valid("requirements/binary-file", "tabs, form feeds and one escape of a terminal", () =>
    decoded(`\t# Orders\r\n\f${PROSE}\u001b[1m${PROSE}`),
  );
  valid("requirements/binary-file", "every second byte is zero, which is UTF-16", () =>
    decoded(Buffer.from(PROSE, "utf16le")),
  );

  invalid("requirements/utf-16-file", "little endian, marked", () =>
    decoded([0xff, 0xfe, ...Buffer.from("支払い", "utf16le")]),
  );
  invalid("requirements/utf-16-file", "big endian, marked", () =>
    decoded([0xfe, 0xff, ...Buffer.from(PROSE, "utf16le").swap16()]),
  );
  invalid("requirements/utf-16-file", "big endian, without a mark", () =>
    decoded(Buffer.from(PROSE, "utf16le").swap16()),
  );
  valid("requirements/utf-16-file", "UTF-8 with its byte order mark", () =>
    decoded([0xef, 0xbb, 0xbf, ...Buffer.from(PROSE)]),
  );
  valid("requirements/utf-16-file", "zeros without an order, which is binary", () =>
    decoded([0x41, 0, 0, 0x42, 0, 0, 0x43, 0, 0, 0x44, 0, 0]),
  );

  invalid("requirements/invalid-utf-8", "Windows-1252", () =>
    decoded(Buffer.from("Das Café muss Bestellungen annehmen.", "latin1")),
  );
  invalid("requirements/invalid-utf-8", "cut off in the middle of a character", () =>
    decoded(Buffer.from(`${PROSE}€`).subarray(0, -1)),
  );
  invalid("requirements/invalid-utf-8", "a slash in two bytes", () =>
    decoded([0x61, 0xc0, 0xaf, 0x62]),
  );
  invalid("requirements/invalid-utf-8", "half of a surrogate pair", () =>
    decoded([0x61, 0xed, 0xa0, 0x80, 0x62]),
  );
  valid("requirements/invalid-utf-8", "characters of two, three and four bytes", () =>
    decoded("Café, 10 €, 支払い, 🧾\n"),
  );
  valid("requirements/invalid-utf-8", "the replacement character itself", () =>
    decoded(`\u{FFFD} ${PROSE}`),
  );

  invalid("requirements/too-large", "one byte more", () => decoded("a".repeat(BOUND + 1)));
  invalid("requirements/too-large", "fewer characters than bytes", () =>
    decoded("é".repeat(BOUND / 2 + 1)),
  );
  valid("requirements/too-large", "exactly the bound", () => decoded("a".repeat(BOUND)));
});

describe("the text of the documents", () => {
  invalid("requirements/duplicate-id", "two statements", () =>
    read("- FR-001: The customer must pay.\n- FR-001: The clerk must refund an order.\n"),
  );
  invalid("requirements/duplicate-id", "another case and separator", () =>
    read("- FR-001: The customer must pay.\n- Fr_001: The clerk must refund an order.\n"),
  );
  invalid("requirements/duplicate-id", "two documents", () =>
    read("- FR-001: The customer must pay.\n", "- FR-001: The clerk must refund an order.\n"),
  );
  valid("requirements/duplicate-id", "one is the beginning of the other", () =>
    read("- FR-001: The customer must pay.\n- FR-0010: The clerk must refund an order.\n"),
  );
  valid("requirements/duplicate-id", "one statement refers to another", () =>
    read("- FR-001: The customer must pay.\n- FR-002: The clerk must refund FR-001 payments.\n"),
  );
  valid("requirements/duplicate-id", "the same words, no ids", () =>
    read("- The customer must pay.\n- The customer must pay.\n"),
  );

  invalid("requirements/nothing-recognised", "headings alone", () =>
    read("# Orders\n\n## Payment\n\n## Refunds\n"),
  );
  invalid("requirements/nothing-recognised", "requirements in a block of code", () =>
    read("# Orders\n\n```text\nThe customer must be able to pay.\n```\n"),
  );
  invalid("requirements/nothing-recognised", "requirements in a comment", () =>
    read("<!-- The customer must be able to pay. -->\n"),
  );
  invalid("requirements/nothing-recognised", "no document", () => read());
  valid("requirements/nothing-recognised", "a single sentence under a block of code", () =>
    read(`# Orders\n\n\`\`\`text\nx\n\`\`\`\n\n${PROSE}`),
  );
  valid("requirements/nothing-recognised", "nothing in one of two documents", () =>
    read("# Orders\n", PROSE),
  );

  invalid("requirements/other-language", "German", () =>
    read(
      "Der Kunde muss eine Bestellung bezahlen können. Die Bestellung ist danach nicht mehr zu ändern.\n",
    ),
  );
  invalid("requirements/other-language", "Spanish, at length", () =>
    read(
      "El cliente debe poder pagar un pedido con tarjeta. El sistema debe enviar una factura por correo. ".repeat(
        6,
      ),
    ),
  );
  invalid("requirements/other-language", "another script", () =>
    read("顧客は注文をカードで支払うことができなければならない。返金は店員が行う。\n"),
  );
  valid("requirements/other-language", "English about German things", () =>
    read(
      "The clerk must be able to export a Rechnung to the Finanzamt. The user sees the Mahnung für die Bestellung.\n",
    ),
  );
  valid("requirements/other-language", "terse English bullets", () =>
    read("- add product\n- remove product\n- pay order\n- cancel order\n"),
  );
});

test("a finding names its file; of several files, the second one's duplicate", async () => {
  expect(decoded([]).diagnostics[0]?.artifact).toEqual({ path: "spec.md" });
  const { diagnostics } = await read("- A-1: The customer must pay.\n", `\n- A_1: ${PROSE}`);
  expect(diagnostics).toMatchObject([
    { subject: "requirement/a-1-2", artifact: { path: "1.md", locator: { line: 2 } } },
  ]);
});

function decoded(content: string | Iterable<number>): {
  readonly diagnostics: readonly Diagnostic[];
} {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return decodeText("spec.md", new Uint8Array(bytes));
}

function read(...texts: readonly string[]): Promise<{
  readonly diagnostics: readonly Diagnostic[];
}> {
  return readRequirements(texts.map((text, position) => ({ path: `${position}.md`, text })));
}
