import { z } from "zod";
import type { Files, Log } from "../../host/host.ts";
import { digest } from "../../util/digest.ts";
import { noRecording } from "./findings/no-recording.ts";
import { notRecorded } from "./findings/not-recorded.ts";
import type { CallKey, ModelPort, ModelReply, ModelRequest } from "./model-port.ts";
import { hasSecret } from "./redact-secrets.ts";

const tokens = z.int().nonnegative();

/** One recorded call. No header, no key, no path of a machine is ever part of it. */
const recording = z.object({
  /** Digest of what was asked: a changed prompt is noticed. */
  request: z.string().max(64),
  model: z.string().max(200),
  stop: z.enum(["end", "truncated", "refused", "other"]),
  answer: z.string().max(4_000_000),
  refusal: z
    .object({ category: z.string().optional(), explanation: z.string().optional() })
    .optional(),
  usage: z.object({
    inputTokens: tokens,
    outputTokens: tokens,
    cacheReadTokens: tokens,
    cacheWriteTokens: tokens,
  }),
});

/** The port, with every answer also written to `<folder>/<requirements>/<unit>-<call>.json`. */
export function createRecordingPort(port: ModelPort, folder: string, files: Files): ModelPort {
  return {
    async generate(request) {
      const outcome = await port.generate(request);
      if (outcome.value === undefined) return outcome;
      const path = recordingPath(folder, request.key);
      const problem = await record(path, request, outcome.value, files);
      if (problem === undefined) return outcome;
      const warning = notRecorded("package", { path, reason: problem }, { artifact: { path } });
      return { ...outcome, diagnostics: [...outcome.diagnostics, warning] };
    },
  };
}

/** Answers from recordings only; a call that was not recorded is an error. */
export function createReplayPort(folder: string, files: Files, log: Log): ModelPort {
  return {
    async generate(request) {
      const path = recordingPath(folder, request.key);
      const { value, problem } = await load(path, files);
      if (value === undefined) {
        const reason = problem ?? "cannot be read";
        return { diagnostics: [noRecording("package", { path, reason }, { artifact: { path } })] };
      }
      if (value.request !== requestDigest(request)) {
        log.detail(`${path} was recorded for another wording of the question`);
      }
      return { value: toReply(value), diagnostics: [] };
    },
  };
}

/** Where a call is recorded: units of a context are named `data.orders`. */
export function recordingPath(folder: string, { requirements, unit, call }: CallKey): string {
  const name = unit.replace(":", ".").replace(/[^a-z0-9.-]/g, "-");
  return `${folder}/${requirements.slice(0, 12)}/${name}-${call}.json`;
}

async function record(
  path: string,
  request: ModelRequest,
  reply: ModelReply,
  files: Files,
): Promise<string | undefined> {
  const { text, stop, usage, model, refusal } = reply;
  const value: z.infer<typeof recording> = {
    request: requestDigest(request),
    model,
    stop,
    answer: text,
    ...(refusal === undefined ? {} : { refusal }),
    usage,
  };
  const content = `${JSON.stringify(value, undefined, 2)}\n`;
  if (hasSecret(content)) return "it holds what looks like a key";
  try {
    await files.write(path, content);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "the system refused";
  }
}

async function load(
  path: string,
  files: Files,
): Promise<{ readonly value?: z.infer<typeof recording>; readonly problem?: string }> {
  try {
    const content = await files.read(path);
    if (content === undefined) return { problem: "does not exist" };
    const result = recording.safeParse(JSON.parse(new TextDecoder().decode(content)));
    if (result.success) return { value: result.data };
    return { problem: "is not a recording" };
  } catch {
    return { problem: "is not a recording" };
  }
}

/** The content blocks are made anew: what only the live server could read again is not kept. */
function toReply(value: z.infer<typeof recording>): ModelReply {
  const { answer, stop, usage, model, refusal } = value;
  const content = answer === "" ? [] : [{ type: "text", text: answer }];
  if (refusal === undefined) return { text: answer, stop, usage, model, content };
  const { category, explanation } = refusal;
  const told = {
    ...(category === undefined ? {} : { category }),
    ...(explanation === undefined ? {} : { explanation }),
  };
  return { text: answer, stop, usage, model, content, refusal: told };
}

/** Earlier answers are left out: live ones carry blocks that a recording does not keep. */
function requestDigest({ system, messages, schema, model }: ModelRequest): string {
  const asked = messages.filter(({ role }) => role === "user");
  return digest(JSON.stringify({ system, asked, schema, model }));
}
