import type { Architect } from "../architects/architect.ts";
import { createAnthropicPort } from "../architects/model/anthropic/anthropic-port.ts";
import { readCredentials } from "../architects/model/anthropic/read-credentials.ts";
import { createModelArchitect, DEFAULT_MODEL } from "../architects/model/model-architect.ts";
import type { ModelPort } from "../architects/model/model-port.ts";
import { loadPrompts } from "../architects/model/prompts.ts";
import { createRecordingPort, createReplayPort } from "../architects/model/recordings.ts";
import type { Persona } from "../architects/parse-persona.ts";
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
  fix: "use --architect rules, model or replay:<folder of recordings>",
});

/** Who drafts, who takes over, and the digest of the persona. */
export interface ChosenArchitect {
  readonly architect: Architect;
  readonly fallback?: Architect;
  readonly persona: string;
}

/** The options that decide; `record` is where answers of the model are kept. */
type Choice = Config & { readonly record?: string };

const REPLAY = "replay:";

/**
 * The architect that the options ask for; without a choice the model where the environment holds a
 * key, else the rules. Unless `strict`, the rules stand in for a model.
 */
export async function chooseArchitect(
  options: Choice,
  host: Host,
): Promise<Outcome<ChosenArchitect>> {
  const persona = await loadPersona(host, options.persona);
  if (persona.value === undefined) return { diagnostics: persona.diagnostics };
  const rules = createRulesArchitect();
  const chosen = { persona: digest(persona.value.text) };
  const choice = options.architect ?? (hasKey(host) ? "model" : "rules");
  if (choice === "rules") return { value: { ...chosen, architect: rules }, diagnostics: [] };
  const port = choosePort(choice, options, host);
  if (port.value === undefined) return { diagnostics: port.diagnostics };
  const architect = await createArchitect(choice, port.value, persona.value, options, host);
  const value = options.strict
    ? { ...chosen, architect }
    : { ...chosen, architect, fallback: rules };
  return { value, diagnostics: [] };
}

function hasKey({ env }: Host): boolean {
  return ["ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"].some(
    (name) => (env[name] ?? "").trim() !== "",
  );
}

/** Where answers come from: the server, or what was recorded. */
function choosePort(choice: string, { record }: Choice, host: Host): Outcome<ModelPort> {
  if (choice.startsWith(REPLAY) && choice.length > REPLAY.length) {
    const folder = choice.slice(REPLAY.length);
    return { value: createReplayPort(folder, host.files, host.log), diagnostics: [] };
  }
  if (choice !== "model") {
    return { diagnostics: [unknownArchitect("package", { architect: choice })] };
  }
  const credentials = readCredentials(host.env);
  if (credentials.value === undefined) return { diagnostics: credentials.diagnostics };
  const port = createAnthropicPort({ credentials: credentials.value, log: host.log });
  const value = record === undefined ? port : createRecordingPort(port, record, host.files);
  return { value, diagnostics: [] };
}

async function createArchitect(
  choice: string,
  port: ModelPort,
  persona: Persona,
  { model = DEFAULT_MODEL }: Choice,
  { assets, log }: Host,
): Promise<Architect> {
  const prompts = await loadPrompts(assets);
  const name = choice === "model" ? `model ${model}` : `replay of model ${model}`;
  return createModelArchitect({ port, persona, prompts, model, log, name });
}
