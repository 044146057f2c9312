import type { Anthropic, ClientOptions } from "@anthropic-ai/sdk";
import type { Outcome } from "../../../diagnostics/diagnostic.ts";
import type { Log } from "../../../host/host.ts";
import { extractJson } from "../extract-json.ts";
import { requestFailed } from "../findings/request-failed.ts";
import type { ModelPort, ModelReply, ModelRequest, Usage } from "../model-port.ts";
import { redactSecrets } from "../redact-secrets.ts";
import { describeFailure } from "./describe-failure.ts";
import type { Failure } from "./describe-failure.ts";
import { guardedFetch } from "./guarded-fetch.ts";
import type { Credentials } from "./read-credentials.ts";
import { toParameters } from "./to-parameters.ts";
import type { OutputMode } from "./to-parameters.ts";
import { addUsage, NO_USAGE, toReply } from "./to-reply.ts";

export interface AnthropicPortOptions {
  readonly credentials: Credentials;
  readonly log: Log;
  /** The platform's by default. */
  readonly fetch?: typeof fetch;
  /** `prompt` for servers that ignore schemas; otherwise found out by asking. */
  readonly outputMode?: OutputMode;
  readonly signal?: AbortSignal;
  /** Milliseconds without a byte after which an answer is given up. */
  readonly idleMs?: number;
  readonly maxRetryAfterMs?: number;
  /** Attempts after the first, for failures before the answer starts. */
  readonly maxRetries?: number;
  /** Attempts after the first, for answers that break off. */
  readonly streamRetries?: number;
  /** Wait before the first of them in milliseconds; doubles. */
  readonly retryDelayMs?: number;
}

/** The port, with what was used so far in all. */
export interface AnthropicPort extends ModelPort {
  totals(): Usage;
}

/** Asks the Messages API (or a server that speaks it). */
export function createAnthropicPort(options: AnthropicPortOptions): AnthropicPort {
  const { log, credentials } = options;
  const unfit = new Set<string>();
  let mode: OutputMode = options.outputMode ?? "native";
  /** Whether this server has kept to a schema before: then a lapse is the model's. */
  let isProven = false;
  let total = NO_USAGE;
  let client: Promise<Anthropic> | undefined;

  async function call(request: ModelRequest, used: OutputMode): Promise<ModelReply | Failure> {
    client ??= createClient(options);
    const { messages } = await client;
    const wait = options.retryDelayMs ?? 1000;
    for (let attempt = 0; ; attempt++) {
      try {
        const stream = messages.stream(toParameters(request, used), requestOptions(options.signal));
        const reply = toReply(await stream.finalMessage(), stream.request_id);
        total = addUsage(total, reply.usage);
        return reply;
      } catch (error) {
        const failure = describeFailure(error);
        const last = options.streamRetries ?? 2;
        if (failure.kind !== "passing" || attempt >= last) return failure;
        log.detail(`${request.key.unit}: ${clean(failure.reason)}; asking again`);
        await pause(wait * 2 ** attempt);
      }
    }
  }

  async function generate(request: ModelRequest): Promise<Outcome<ModelReply>> {
    const schema = JSON.stringify(request.schema);
    const used = unfit.has(schema) ? "prompt" : mode;
    const answer = await call(request, used);
    if (used === "prompt") return settle(request, answer);
    if (isFailure(answer)) {
      if (answer.kind !== "schema") return settle(request, answer);
      unfit.add(schema);
      log.detail(`the server does not take the schema of ${request.key.unit}: ${answer.reason}`);
      return settle(request, await call(request, "prompt"));
    }
    if (answer.stop !== "end") return settle(request, answer);
    if (isProven || keepsTo(request, answer)) {
      isProven = true;
      return settle(request, answer);
    }
    mode = "prompt";
    log.detail("the server ignores schemas: they are told in words from now on");
    return settle(request, await call(request, "prompt"));
  }

  function settle({ key }: ModelRequest, answer: ModelReply | Failure): Outcome<ModelReply> {
    if (!isFailure(answer)) return { value: answer, diagnostics: [] };
    const reason = clean(answer.reason);
    return { diagnostics: [requestFailed("package", { unit: key.unit, reason })] };
  }

  function clean(text: string): string {
    return redactSecrets(text, credentials.secret.value);
  }

  return { generate, totals: () => total };
}

async function createClient(options: AnthropicPortOptions): Promise<Anthropic> {
  // 160 to 300 ms, which a run without a model must not pay.
  const { Anthropic } = await import("@anthropic-ai/sdk");
  const { credentials, log } = options;
  const { kind, value } = credentials.secret;
  const guarded = guardedFetch({
    fetch: options.fetch ?? fetch,
    idleMs: options.idleMs ?? 90_000,
    maxRetryAfterMs: options.maxRetryAfterMs ?? 60_000,
  });
  function tell(...words: readonly unknown[]): void {
    log.detail(redactSecrets(String(words[0]), value));
  }
  const settings: ClientOptions = {
    // Explicitly, both: left out, the SDK looks for a login on the disk.
    apiKey: kind === "api-key" ? value : null,
    authToken: kind === "auth-token" ? value : null,
    baseURL: credentials.baseUrl,
    maxRetries: options.maxRetries ?? 4,
    fetch: guarded,
    // Its own logger writes to stdout.
    logger: { error: tell, warn: tell, info: tell, debug: tell },
    logLevel: "warn",
  };
  return new Anthropic(settings);
}

function requestOptions(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

function keepsTo({ schema }: ModelRequest, { text }: ModelReply): boolean {
  const answer = extractJson(text);
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  return answer !== undefined && required.every((key) => Object.hasOwn(answer, String(key)));
}

function isFailure(answer: ModelReply | Failure): answer is Failure {
  return "kind" in answer;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
