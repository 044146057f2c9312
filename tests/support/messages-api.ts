import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { lintWireSchema } from "./lint-wire-schema.ts";

type Json = Readonly<Record<string, unknown>>;

/** What the server does with the next call. */
export type Behaviour =
  | {
      readonly kind: "answer";
      readonly text: string;
      readonly stop?: string;
      readonly thinking?: boolean;
    }
  | { readonly kind: "refuse" }
  | {
      readonly kind: "status";
      readonly status: number;
      readonly type: string;
      readonly message: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "stream-error"; readonly type: string }
  | { readonly kind: "cut" | "early-end" | "stall" | "malformed" };

export interface Call {
  readonly body: Json;
  readonly headers: IncomingMessage["headers"];
  readonly status: number;
}

export interface MessagesApi {
  readonly url: string;
  readonly calls: readonly Call[];
  close(): Promise<void>;
}

/**
 * A stand-in for the Messages API that refuses what the API refuses. The script says what happens
 * to each call in turn; a function sees the request first.
 */
export async function startMessagesApi(
  script: readonly (Behaviour | ((body: Json) => Behaviour))[] | ((body: Json) => Behaviour),
  key = "test-key-123456",
): Promise<MessagesApi> {
  const calls: Call[] = [];
  const answers: string[] = [];
  let next = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Json;
      response.setHeader("request-id", `req_${calls.length + 1}`);
      const fault = findFault(request, body, key, answers);
      calls.push({ body, headers: request.headers, status: fault?.status ?? 200 });
      if (fault !== undefined) return sendError(response, fault.status, fault.type, fault.message);
      if (request.url === "/v1/messages/count_tokens") {
        return sendJson(response, 200, {
          input_tokens: Math.ceil(JSON.stringify(body).length / 4),
        });
      }
      const step = typeof script === "function" ? script : script[next++];
      const behaviour = typeof step === "function" ? step(body) : step;
      if (behaviour === undefined) return sendError(response, 500, "api_error", "nothing scripted");
      return perform(response, behaviour, answers);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Fault {
  readonly status: number;
  readonly type: string;
  readonly message: string;
}

const FIELDS = new Set([
  "model",
  "max_tokens",
  "system",
  "messages",
  "output_config",
  "stream",
  "cache_control",
  "metadata",
  "tools",
  "tool_choice",
  "thinking",
]);

function findFault(
  request: IncomingMessage,
  body: Json,
  key: string,
  answers: readonly string[],
): Fault | undefined {
  if (request.headers.authorization !== `Bearer ${key}`) {
    return { status: 401, type: "authentication_error", message: "invalid x-api-key" };
  }
  const invalid = (message: string): Fault => ({
    status: 400,
    type: "invalid_request_error",
    message,
  });
  if (!/^\d{4}-\d\d-\d\d$/.test(String(request.headers["anthropic-version"]))) {
    return invalid("anthropic-version: header is required");
  }
  for (const field of ["temperature", "top_p", "top_k"]) {
    if (field in body) return invalid(`\`${field}\` is not supported for this model.`);
  }
  for (const field of Object.keys(body)) {
    if (!FIELDS.has(field)) return invalid(`${field}: Extra inputs are not permitted`);
  }
  const choice = (body["tool_choice"] as Json | undefined)?.["type"];
  if (choice === "any" || choice === "tool") {
    return invalid("tool_choice forces tool use, which is not supported for this model.");
  }
  if (typeof body["max_tokens"] !== "number") return invalid("max_tokens: Field required");
  if (typeof body["model"] !== "string") return invalid("model: Field required");
  return findFaultOfTurns(body, answers, invalid) ?? findFaultOfFormat(body, invalid);
}

function findFaultOfTurns(
  body: Json,
  answers: readonly string[],
  invalid: (message: string) => Fault,
): Fault | undefined {
  const turns = body["messages"];
  if (!Array.isArray(turns) || turns.length === 0) return invalid("messages: Field required");
  for (const [index, turn] of turns.entries()) {
    const { role, content } = turn as Json;
    if (role !== (index % 2 === 0 ? "user" : "assistant")) {
      return invalid('messages: roles must alternate between "user" and "assistant"');
    }
    if (!Array.isArray(content) || content.length === 0) {
      return invalid(`messages.${index}: all messages must have non-empty content`);
    }
    for (const block of content as readonly Json[]) {
      const extra = Object.keys(block).find(
        (name) =>
          !["type", "text", "cache_control", "citations", "thinking", "signature"].includes(name),
      );
      if (extra !== undefined)
        return invalid(`messages.${index}.content.0.${extra}: Extra inputs are not permitted`);
      if (block["type"] === "text" && String(block["text"]).trim() === "") {
        return invalid("messages: text content blocks must be non-empty");
      }
    }
    // The real API cannot know, but thinking blocks carry signatures: nothing may be altered.
    if (role === "assistant" && !answers.includes(JSON.stringify(content))) {
      return invalid(`messages.${index}: the assistant content was modified`);
    }
  }
  if ((turns.at(-1) as Json)["role"] !== "user") {
    return invalid("This model does not support assistant message prefill.");
  }
  return undefined;
}

function findFaultOfFormat(body: Json, invalid: (message: string) => Fault): Fault | undefined {
  const format = (body["output_config"] as Json | undefined)?.["format"] as Json | undefined;
  if (format === undefined) return undefined;
  if (format["type"] !== "json_schema") return invalid("output_config.format.type: unknown");
  const { problems, bytes } = lintWireSchema(format["schema"]);
  const [problem] = problems;
  if (problem !== undefined) return invalid(`output_config.format.schema: ${problem}`);
  if (bytes <= 3500) return undefined;
  return invalid("The compiled grammar is too large, which would cause performance issues.");
}

function perform(response: ServerResponse, behaviour: Behaviour, answers: string[]): void {
  switch (behaviour.kind) {
    case "status":
      return sendError(
        response,
        behaviour.status,
        behaviour.type,
        behaviour.message,
        behaviour.headers,
      );
    case "malformed":
      response.writeHead(200, { "content-type": "application/json" });
      response.end('{"id": "msg_');
      return;
    case "refuse":
      start(response);
      event(response, "message_delta", {
        delta: {
          stop_reason: "refusal",
          stop_sequence: null,
          stop_details: {
            type: "refusal",
            category: "cyber",
            explanation: "It looks like an attack.",
          },
        },
        usage: { output_tokens: 1 },
      });
      event(response, "message_stop", {});
      response.end();
      return;
    case "stream-error":
      start(response);
      text(response, 0, "{");
      event(response, "error", { error: { type: behaviour.type, message: "Overloaded" } });
      response.end();
      return;
    case "cut":
      start(response);
      text(response, 0, "{");
      setTimeout(() => response.socket?.destroy(), 20);
      return;
    case "early-end":
      start(response);
      text(response, 0, "{}");
      response.end();
      return;
    case "stall":
      start(response);
      return;
    case "answer":
      return answer(response, behaviour, answers);
  }
}

function answer(
  response: ServerResponse,
  behaviour: Extract<Behaviour, { kind: "answer" }>,
  answers: string[],
): void {
  const thinking = { type: "thinking", thinking: "Let me see.", signature: "c2lnbmF0dXJl" };
  const said = { type: "text", text: behaviour.text };
  answers.push(JSON.stringify(behaviour.thinking === true ? [thinking, said] : [said]));
  start(response);
  let index = 0;
  if (behaviour.thinking === true) {
    const empty = { type: "thinking", thinking: "", signature: "" };
    event(response, "content_block_start", { index, content_block: empty });
    const delta = { type: "thinking_delta", thinking: thinking.thinking };
    event(response, "content_block_delta", { index, delta });
    const signature = { type: "signature_delta", signature: thinking.signature };
    event(response, "content_block_delta", { index, delta: signature });
    event(response, "content_block_stop", { index });
    index += 1;
  }
  text(response, index, behaviour.text);
  event(response, "content_block_stop", { index });
  event(response, "message_delta", {
    delta: { stop_reason: behaviour.stop ?? "end_turn", stop_sequence: null },
    usage: { output_tokens: 42 },
  });
  event(response, "message_stop", {});
  response.end();
}

function start(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  event(response, "message_start", {
    message: {
      id: "msg_1",
      type: "message",
      role: "assistant",
      model: "claude-stand-in",
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: {
        input_tokens: 100,
        output_tokens: 1,
        cache_read_input_tokens: 7,
        cache_creation_input_tokens: 3,
      },
    },
  });
  event(response, "ping", {});
}

function text(response: ServerResponse, index: number, words: string): void {
  event(response, "content_block_start", { index, content_block: { type: "text", text: "" } });
  const half = Math.ceil(words.length / 2);
  for (const part of [words.slice(0, half), words.slice(half)]) {
    if (part === "") continue;
    event(response, "content_block_delta", { index, delta: { type: "text_delta", text: part } });
  }
}

function event(response: ServerResponse, type: string, data: Json): void {
  response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
}

function sendJson(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

function sendError(
  response: ServerResponse,
  status: number,
  type: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  sendJson(response, status, { type: "error", error: { type, message }, request_id: "req_x" });
}
