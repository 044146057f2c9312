import type { Architect } from "../architects/architect.ts";
import { loadPersona } from "../architects/personas.ts";
import { createRulesArchitect } from "../architects/rules/rules-architect.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Outcome } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { digest } from "../util/digest.ts";
import type { Config } from "./load-config.ts";

export const unknownArchitect = declareDiagnostic<{ readonly architect: string }>({
  code: "package/unknown-architect",
  severity: "error",
  message: ({ architect }) => `there is no architect ${architect}`,
  fix: "use --architect rules",
});

/** Who drafts, who takes over, and the digest of the persona. */
export interface ChosenArchitect {
  readonly architect: Architect;
  readonly fallback?: Architect;
  readonly persona: string;
}

/** The architect that the options and the environment ask for. */
export async function chooseArchitect(
  options: Config & { readonly record?: string },
  host: Host,
): Promise<Outcome<ChosenArchitect>> {
  const persona = await loadPersona(host, options.persona);
  if (persona.value === undefined) return { diagnostics: persona.diagnostics };
  const { architect = "rules" } = options;
  if (architect !== "rules") {
    return { diagnostics: [unknownArchitect("package", { architect })] };
  }
  return {
    value: { architect: createRulesArchitect(), persona: digest(persona.value.text) },
    diagnostics: [],
  };
}
