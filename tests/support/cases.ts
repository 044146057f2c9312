import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { registeredCodes } from "../../src/diagnostics/registry.generated.ts";

type Found = readonly Diagnostic[] | { readonly diagnostics: readonly Diagnostic[] };

/**
 * A case that a code is for: it is reported. `tests/contract.test.ts` demands one of these and one
 * `valid` for every declared code, and finds them by name: write the code as a string literal.
 */
export function invalid(code: string, name: string, run: () => Found | Promise<Found>): void {
  test(`${code} is reported: ${name}`, async () => {
    const reported = diagnosticsOf(await run()).filter((diagnostic) => diagnostic.code === code);
    expect(reported.length).toBeGreaterThan(0);
    for (const { message, subject, severity } of reported) {
      expect(subject).not.toBe("");
      expect(message).toMatch(/\S+ \S+/);
      expect(message).not.toMatch(/undefined|\[object|NaN/);
      expect(registeredCodes.map((registered) => registered.code)).toContain(code);
      expect(["error", "warning", "info"]).toContain(severity);
    }
  });
}

/** A case that comes close and is fine: the code is not reported. */
export function valid(code: string, name: string, run: () => Found | Promise<Found>): void {
  test(`${code} is not reported: ${name}`, async () => {
    const found = diagnosticsOf(await run());
    expect(found.filter((diagnostic) => diagnostic.code === code)).toEqual([]);
  });
}

function diagnosticsOf(found: Found): readonly Diagnostic[] {
  return "diagnostics" in found ? found.diagnostics : found;
}
