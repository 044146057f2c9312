import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/requirements/decode-text.ts";

const utf8 = new TextEncoder();

function codeOf(bytes: Uint8Array): string | undefined {
  const { value, diagnostics } = decodeText("spec.md", bytes);
  expect(value === undefined).toBe(diagnostics.length === 1);
  return diagnostics[0]?.code;
}

describe("decodeText", () => {
  it("strips the byte order mark and keeps the rest", () => {
    expect(decodeText("a.md", utf8.encode("\uFEFF# Café")).value).toBe("# Café");
  });

  it.each([
    ["requirements/empty-file", utf8.encode(" \n\t")],
    ["requirements/empty-file", new Uint8Array()],
    ["requirements/binary-file", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 8, 0, 1, 2])],
    ["requirements/utf-16-file", new Uint8Array([0xff, 0xfe, 0x41, 0])],
    ["requirements/utf-16-file", new Uint8Array(Buffer.from("The system shall", "utf16le"))],
    ["requirements/invalid-utf-8", new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x20, 0x62])],
    ["requirements/too-large", new Uint8Array(2 * 1024 * 1024 + 1).fill(65)],
  ])("reports %s", (code, bytes) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it("names the first bad byte and the bound", () => {
    const bad = decodeText("a.md", new Uint8Array([0x43, 0xc3, 0xa9, 0xe9, 0x20]));
    expect(bad.diagnostics[0]?.message).toContain("offset 3");
    const large = decodeText("a.md", new Uint8Array(3_000_000).fill(65));
    expect(large.diagnostics[0]?.message).toContain("2 MiB");
  });
});
