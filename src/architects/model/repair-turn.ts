import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { findingsData } from "./findings-data.ts";
import type { Turn } from "./model-port.ts";
import type { Prompts } from "./prompts.ts";
import { renderPrompt } from "./render-prompt.ts";
import { userTurn } from "./user-turn.ts";

/** A further question about a unit: what was wrong with the answer before. */
export async function repairTurn(prompts: Prompts, findings: readonly Diagnostic[]): Promise<Turn> {
  return userTurn(await renderPrompt(prompts.repair, { findings: findingsData(findings) }));
}
