import type { UnitPart } from "../../design/unit-part.ts";
import { unitName } from "../../design/units.ts";
import type { Diagnostic, Outcome } from "../../diagnostics/diagnostic.ts";
import type { Log } from "../../host/host.ts";
import { digest } from "../../util/digest.ts";
import { isDeepEqual } from "../../util/is-deep-equal.ts";
import type { Architect, DraftRequest } from "../architect.ts";
import type { Persona } from "../parse-persona.ts";
import type { Conversation } from "./conversation.ts";
import { extractJson } from "./extract-json.ts";
import { invalidAnswer } from "./findings/invalid-answer.ts";
import { refused } from "./findings/refused.ts";
import { truncated } from "./findings/truncated.ts";
import type { Effort, ModelPort, ModelReply, Turn } from "./model-port.ts";
import { openingTurn } from "./opening-turn.ts";
import type { Prompts } from "./prompts.ts";
import { redactSecrets } from "./redact-secrets.ts";
import { repairTurn } from "./repair-turn.ts";
import { renderPrompt } from "./render-prompt.ts";
import { requirementsView } from "./requirements-view.ts";
import { toPart } from "./to-part.ts";
import { wireSchema } from "./wire/wire-schema.ts";
import { wireUnits } from "./wire/wire-units.ts";

/** The model that drafts where nobody names another. */
export const DEFAULT_MODEL = "claude-opus-5-5";

export interface ModelArchitectOptions {
  readonly port: ModelPort;
  readonly persona: Persona;
  readonly prompts: Prompts;
  readonly model: string;
  readonly log: Log;
  /** `model <id>` by default. */
  readonly name?: string;
  /** Longest answer in tokens; a truncated one is asked for again with twice as much. */
  readonly maxTokens?: number;
  readonly effort?: Effort;
}

const ROUNDS = 3;
const MAXIMUM_TOKENS = 32_000;
/** Within one round: a truncated answer and one of which nothing can be used are asked for again. */
const ATTEMPTS = 3;

/**
 * The architect that asks a model. It remembers the conversation about each unit, so that a later
 * round continues it with what was found wrong; a first round starts afresh.
 */
export function createModelArchitect(options: ModelArchitectOptions): Architect {
  const conversations = new Map<string, Conversation>();
  const calls = new Map<string, number>();

  async function draft(request: DraftRequest): Promise<Outcome<UnitPart>> {
    const unit = unitName(request.unit);
    let messages = await nextMessages(options, conversations.get(unit), request);
    conversations.delete(unit);
    let maxTokens = options.maxTokens ?? MAXIMUM_TOKENS;
    let diagnostics: readonly Diagnostic[] = [];
    let best: Outcome<UnitPart> | undefined;
    const notes: Diagnostic[] = [];
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const call = (calls.get(unit) ?? 0) + 1;
      calls.set(unit, call);
      options.log.detail(`asking ${options.model} for ${unit} (call ${call})`);
      const asked = await ask(options, request, { messages, maxTokens, call });
      const reply = asked.value;
      if (reply === undefined) {
        diagnostics = [...diagnostics, ...asked.diagnostics];
        break;
      }
      if (reply.stop === "refused") {
        diagnostics = [...diagnostics, describeRefusal(unit, reply)];
        break;
      }
      if (reply.stop === "truncated") {
        diagnostics = [...diagnostics, truncated("package", { unit, tokens: maxTokens })];
        // The second time it is not bad luck.
        if (maxTokens !== (options.maxTokens ?? MAXIMUM_TOKENS)) break;
        maxTokens *= 2;
        continue;
      }
      const outcome = readAnswer(reply, request);
      const conversation = {
        messages,
        answer: reply.content,
        problems: outcome.diagnostics,
        ...(outcome.value === undefined ? {} : { part: outcome.value }),
      };
      conversations.set(unit, conversation);
      notes.push(...asked.diagnostics);
      diagnostics = outcome.diagnostics;
      if (outcome.value !== undefined && isBetter(outcome, best)) best = outcome;
      // What can be used is asked for once more at most: it is only a part that is missing.
      if (best !== undefined && (outcome.diagnostics.length === 0 || attempt > 1)) break;
      messages = (await nextTurn(options.prompts, conversation, [])) ?? messages;
    }
    const made = best === undefined ? { diagnostics } : withWarnings(best);
    return { ...made, diagnostics: [...notes, ...made.diagnostics] };
  }

  return { name: options.name ?? `model ${options.model}`, rounds: ROUNDS, draft };
}

function isBetter(outcome: Outcome<UnitPart>, best: Outcome<UnitPart> | undefined): boolean {
  return best === undefined || outcome.diagnostics.length <= best.diagnostics.length;
}

/** The part stands without what was left out of it: that is no failure of the run. */
function withWarnings({ value, diagnostics }: Outcome<UnitPart>): Outcome<UnitPart> {
  const warnings = diagnostics.map((found) => ({ ...found, severity: "warning" as const }));
  return value === undefined ? { diagnostics } : { value, diagnostics: warnings };
}

/** A first round, and a unit that nothing was said about, starts with the whole question. */
async function nextMessages(
  { prompts }: ModelArchitectOptions,
  conversation: Conversation | undefined,
  request: DraftRequest,
): Promise<readonly Turn[]> {
  if (request.round > 1 && isAbout(conversation, request.repair?.part)) {
    const findings = request.repair?.findings ?? [];
    const continued = await nextTurn(prompts, conversation, findings);
    if (continued !== undefined) return continued;
  }
  return [await openingTurn(prompts, request)];
}

/** Whether the findings are about what was said last: others may have stepped in since. */
function isAbout(conversation: Conversation | undefined, part: UnitPart | undefined): boolean {
  const own = conversation?.part;
  if (part === undefined || own === undefined) return part === undefined;
  return (
    isDeepEqual(own.system ?? {}, part.system ?? {}) &&
    isDeepEqual(own.context ?? {}, part.context ?? {})
  );
}

/** The conversation with its last answer and what was wrong with it; nothing where nothing was. */
async function nextTurn(
  prompts: Prompts,
  conversation: Conversation | undefined,
  findings: readonly Diagnostic[],
): Promise<readonly Turn[] | undefined> {
  if (conversation === undefined || conversation.answer.length === 0) return undefined;
  const problems = [...conversation.problems, ...findings];
  if (problems.length === 0) return undefined;
  const { messages, answer } = conversation;
  const repair = await repairTurn(prompts, problems);
  return [...messages, { role: "assistant", content: answer }, repair];
}

async function ask(
  options: ModelArchitectOptions,
  request: DraftRequest,
  next: { readonly messages: readonly Turn[]; readonly maxTokens: number; readonly call: number },
): Promise<Outcome<ModelReply>> {
  const { port, persona, prompts, model, effort } = options;
  const schema = wireSchema(wireUnits[request.unit.kind].schema);
  const answerFormat = await renderPrompt(prompts.answerFormat, { schema: JSON.stringify(schema) });
  const system = redactSecrets(persona.instructions);
  return port.generate({
    key: {
      requirements: digest(JSON.stringify(requirementsView(request.reading))),
      unit: unitName(request.unit),
      call: next.call,
    },
    system: [{ type: "text", text: system, cache_control: { type: "ephemeral" } }],
    messages: next.messages,
    schema,
    answerFormat,
    model,
    maxTokens: next.maxTokens,
    ...(effort === undefined ? {} : { effort }),
  });
}

function readAnswer(reply: ModelReply, request: DraftRequest): Outcome<UnitPart> {
  const answer = extractJson(reply.text);
  if (answer !== undefined) return toPart(answer, request);
  const reason = "it is not a JSON object";
  return { diagnostics: [invalidAnswer("package", { where: "the root", reason })] };
}

function describeRefusal(unit: string, { refusal }: ModelReply): Diagnostic {
  const words = [refusal?.category, refusal?.explanation].filter((word) => word !== undefined);
  const reason = words.length === 0 ? "" : `: ${redactSecrets(words.join(", ")).slice(0, 300)}`;
  return refused("package", { unit, reason });
}
