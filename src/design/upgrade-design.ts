import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Outcome } from "../diagnostics/diagnostic.ts";
import { DESIGN_VERSION } from "./schema/system.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/** Turns the system document of one version into that of the next. */
export type DesignUpgrade = (document: JsonObject) => JsonObject;

/** By the version that they start from. The first stored version is 1, so there is none yet. */
const upgrades: Readonly<Record<number, DesignUpgrade>> = {};

export const unknownDesignVersion = declareDiagnostic<{ readonly found: string }>({
  code: "design/unknown-design-version",
  severity: "error",
  message: ({ found }) =>
    `the design has designVersion ${found}, this groundplan reads 1 to ${DESIGN_VERSION}`,
  fix: "install a newer groundplan, or set designVersion to the version the file was written for",
});

/** Brings a stored system document to the current version, step by step. */
export function upgradeDesign(
  document: JsonObject,
  steps: Readonly<Record<number, DesignUpgrade>> = upgrades,
  current: number = DESIGN_VERSION,
): Outcome<JsonObject> {
  let upgraded = document;
  let version = document["designVersion"];
  while (version !== current) {
    const step = typeof version === "number" ? steps[version] : undefined;
    if (typeof version !== "number" || step === undefined) {
      const found = version === undefined ? "none" : JSON.stringify(version);
      return { diagnostics: [unknownDesignVersion("system", { found })] };
    }
    version += 1;
    upgraded = { ...step(upgraded), designVersion: version };
  }
  return { value: upgraded, diagnostics: [] };
}
