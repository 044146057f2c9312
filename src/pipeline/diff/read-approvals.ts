import { z } from "zod";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic, Outcome } from "../../diagnostics/diagnostic.ts";
import { registeredCodes } from "../../diagnostics/registry.generated.ts";
import type { Files } from "../../host/host.ts";
import { parseJson } from "../../util/parse-json.ts";
import { readText } from "../read-package.ts";

export const APPROVALS_PATH = "groundplan.approvals.json";

const approvalsSchema = z.strictObject({
  $schema: z.string().optional(),
  /** Another severity for a code; `off` leaves it out. */
  severities: z.record(z.string(), z.enum(["error", "warning", "info", "off"])).default({}),
  /** Changes that are meant: the code and the subject of a finding, and why. */
  approvals: z
    .array(
      z.strictObject({
        code: z.string().min(1),
        subject: z.string().min(1),
        reason: z.string().trim().min(1, "say why the change is meant"),
      }),
    )
    .default([]),
});

/** What somebody decided about findings of `diff`. */
export type Approvals = Readonly<z.infer<typeof approvalsSchema>> & { readonly path: string };

export const brokenApprovals = declareDiagnostic<{ readonly reason: string }>({
  code: "compare/broken-approvals",
  severity: "error",
  message: ({ reason }) => `${APPROVALS_PATH} cannot be read: ${reason}`,
  fix: 'write {"approvals": [{"code": "api/…", "subject": "…", "reason": "…"}]}',
});

/** The approvals of the working folder; none where there is no such file. */
export async function readApprovals(files: Files): Promise<Outcome<Approvals>> {
  const text = await readText(files, APPROVALS_PATH);
  const json = parseJson(text ?? "{}");
  if (json.reason !== undefined) {
    return { diagnostics: [broken(`it is not JSON: ${json.reason}`, json.line)] };
  }
  const parsed = approvalsSchema.safeParse(json.value);
  if (!parsed.success) {
    return {
      diagnostics: parsed.error.issues.map(({ path, message }) =>
        broken(`${path.join(".")}: ${message}`),
      ),
    };
  }
  const known = new Set(registeredCodes.map(({ code }) => code));
  const named = [
    ...Object.keys(parsed.data.severities),
    ...parsed.data.approvals.map(({ code }) => code),
  ];
  const strange = named.find((code) => !known.has(code));
  if (strange !== undefined) return { diagnostics: [broken(`there is no code ${strange}`)] };
  return { value: { ...parsed.data, path: APPROVALS_PATH }, diagnostics: [] };
}

function broken(reason: string, line?: number): Diagnostic {
  const locator = line === undefined ? {} : { locator: { line } };
  return brokenApprovals("package", { reason }, { artifact: { path: APPROVALS_PATH, ...locator } });
}
