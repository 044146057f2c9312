import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Outcome } from "../diagnostics/diagnostic.ts";
import { registeredCodes } from "../diagnostics/registry.generated.ts";
import type { Assets } from "../host/host.ts";

export const unknownCode = declareDiagnostic<{ readonly code: string; readonly similar: string }>({
  code: "package/unknown-code",
  severity: "error",
  message: ({ code, similar }) =>
    `there is no code ${code}${similar === "" ? "" : `; did you mean ${similar}?`}`,
  fix: "run `groundplan explain` without a code for the list of all",
});

/** The page of a code, as Markdown; without a code, the list of all with their severity. */
export async function explain(code: string | undefined, assets: Assets): Promise<Outcome<string>> {
  if (code === undefined) {
    const width = Math.max(...registeredCodes.map((entry) => entry.code.length));
    const lines = registeredCodes.map((entry) => `${entry.code.padEnd(width)}  ${entry.severity}`);
    return { value: `${lines.join("\n")}\n`, diagnostics: [] };
  }
  const entry = registeredCodes.find((candidate) => candidate.code === code);
  const page = entry && (await assets.read(`pages/${entry.page}`));
  if (page !== undefined) return { value: page, diagnostics: [] };
  const similar = similarCodes(code).slice(0, 3).join(", ");
  return { diagnostics: [unknownCode("package", { code, similar })] };
}

/** Codes whose last part holds that of the code, or is held by it. */
function similarCodes(code: string): readonly string[] {
  const wanted = lastPart(code);
  if (wanted.length < 3) return [];
  return registeredCodes
    .map((candidate) => candidate.code)
    .filter((candidate) => {
      const last = lastPart(candidate);
      return last.includes(wanted) || wanted.includes(last);
    });
}

function lastPart(code: string): string {
  return code.toLowerCase().split("/").at(-1) ?? "";
}
