import { afterEach, describe, expect, it } from "vitest";
import { createAnthropicPort } from "../../../src/architects/model/anthropic/anthropic-port.ts";
import type { AnthropicPortOptions } from "../../../src/architects/model/anthropic/anthropic-port.ts";
import { readCredentials } from "../../../src/architects/model/anthropic/read-credentials.ts";
import type { ModelRequest } from "../../../src/architects/model/model-port.ts";
import { invalid, valid } from "../../support/cases.ts";
import { startMessagesApi } from "../../support/messages-api.ts";
import type { Behaviour, MessagesApi } from "../../support/messages-api.ts";

const KEY = "test-key-123456";
const open: MessagesApi[] = [];
afterEach(async () => {
  for (const api of open.splice(0)) await api.close();
});

const OK: Behaviour = { kind: "answer", text: '{"word":"yes"}' };
const schema = {
  type: "object",
  properties: { word: { type: "string" } },
  required: ["word"],
  additionalProperties: false,
};

function request(change: Partial<ModelRequest> = {}): ModelRequest {
  return {
    key: { requirements: "0".repeat(64), unit: "landscape", call: 1 },
    system: [{ type: "text", text: "You are.", cache_control: { type: "ephemeral" } }],
    messages: [{ role: "user", content: [{ type: "text", text: "Say yes." }] }],
    schema,
    answerFormat: "Answer as JSON.",
    model: "claude-opus-5-5",
    maxTokens: 1000,
    ...change,
  };
}

async function ask(
  script: Parameters<typeof startMessagesApi>[0],
  options: Partial<AnthropicPortOptions> & { readonly request?: ModelRequest } = {},
) {
  const api = await startMessagesApi(script);
  open.push(api);
  const log: string[] = [];
  const detail = (text: string) => void log.push(text);
  const port = createAnthropicPort({
    credentials: { secret: { kind: "api-key", value: KEY }, baseUrl: api.url },
    log: { progress: detail, detail },
    maxRetries: 1,
    retryDelayMs: 1,
    idleMs: 300,
    maxRetryAfterMs: 500,
    ...options,
  });
  const outcome = await port.generate(options.request ?? request());
  return { ...outcome, api, log, port };
}

describe("a call", () => {
  it("keeps to the wire and says what was used", async () => {
    const { value, api, port } = await ask([
      { ...OK, kind: "answer", thinking: true, text: '{"word":"yes"}' },
    ]);
    expect(value).toMatchObject({
      text: '{"word":"yes"}',
      stop: "end",
      model: "claude-stand-in",
      requestId: "req_1",
    });
    expect(value?.content).toHaveLength(2);
    expect(api.calls[0]?.body["output_config"]).toEqual({
      format: { type: "json_schema", schema },
    });
    expect(api.calls[0]?.headers["x-api-key"]).toBeUndefined();
    expect(port.totals()).toEqual({
      inputTokens: 100,
      outputTokens: 42,
      cacheReadTokens: 7,
      cacheWriteTokens: 3,
    });
  });

  it.each<[string, Behaviour]>([
    [
      "an overloaded server",
      {
        kind: "status",
        status: 529,
        type: "overloaded_error",
        message: "Overloaded",
        headers: { "retry-after-ms": "1" },
      },
    ],
    [
      "a rate limit",
      {
        kind: "status",
        status: 429,
        type: "rate_limit_error",
        message: "Slow down",
        headers: { "retry-after-ms": "5" },
      },
    ],
    ["an error in the middle", { kind: "stream-error", type: "overloaded_error" }],
    ["a cut line", { kind: "cut" }],
    ["an end without a stop", { kind: "early-end" }],
    ["a stream that stalls", { kind: "stall" }],
    ["a malformed body", { kind: "malformed" }],
  ])("outlives %s", async (_, behaviour) => {
    const { value, diagnostics, api } = await ask([behaviour, OK]);
    expect(diagnostics).toEqual([]);
    expect(value?.text).toBe('{"word":"yes"}');
    expect(api.calls).toHaveLength(2);
  });

  it("does not wait for as long as it is told to", async () => {
    const slow: Behaviour = {
      kind: "status",
      status: 429,
      type: "rate_limit_error",
      message: "Tomorrow",
      headers: { "retry-after": "86400" },
    };
    const { value, diagnostics, api } = await ask([slow, OK]);
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.message).toMatch(/Tomorrow.*429/);
    expect(api.calls).toHaveLength(1);
  });

  it("gives up on a server that always breaks off", async () => {
    const { value, diagnostics, api } = await ask(() => ({ kind: "cut" }));
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.code).toBe("model/request-failed");
    expect(api.calls).toHaveLength(3);
  });

  it("tells a refusal and a truncation apart", async () => {
    const refusal = await ask([{ kind: "refuse" }]);
    expect(refusal.value).toMatchObject({
      stop: "refused",
      content: [],
      refusal: { category: "cyber" },
    });
    const cut = await ask([{ kind: "answer", text: '{"word":"y', stop: "max_tokens" }]);
    expect(cut.value).toMatchObject({ stop: "truncated", text: '{"word":"y' });
  });

  it("never tells the key", async () => {
    const leak: Behaviour = {
      kind: "status",
      status: 400,
      type: "invalid_request_error",
      message: `bad key ${KEY} sk-ant-api03-abcdef123456`,
    };
    const { diagnostics, log } = await ask([leak]);
    const told = JSON.stringify([diagnostics, log]);
    expect(told).toContain("bad key");
    expect(told).not.toContain(KEY);
    expect(told).not.toContain("abcdef123456");
  });

  it("uses the token only when there is no key", () => {
    const both = readCredentials({ ANTHROPIC_API_KEY: "k", ANTHROPIC_AUTH_TOKEN: "t" });
    expect(both.value?.secret).toEqual({ kind: "api-key", value: "k" });
    const token = readCredentials({
      ANTHROPIC_AUTH_TOKEN: "t",
      ANTHROPIC_BASE_URL: "http://127.0.0.1:1",
    });
    expect(token.value).toEqual({
      secret: { kind: "auth-token", value: "t" },
      baseUrl: "http://127.0.0.1:1",
    });
  });
});

describe("a schema that the server does not take", () => {
  const tooLarge = Object.fromEntries(
    Array.from({ length: 150 }, (_, index) => [`property${index}`, { type: "string" }]),
  );
  const big = { ...schema, properties: tooLarge, required: Object.keys(tooLarge) };

  it("is told in words", async () => {
    const { value, api, log } = await ask([OK], { request: request({ schema: big }) });
    expect(value?.text).toBe('{"word":"yes"}');
    expect(api.calls.map(({ status }) => status)).toEqual([400, 200]);
    expect(api.calls[1]?.body["output_config"]).toBeUndefined();
    expect(JSON.stringify(api.calls[1]?.body["messages"])).toContain("Answer as JSON.");
    expect(log.join("\n")).toContain("grammar is too large");
  });

  it("and one that it ignores, from then on", async () => {
    const { value, api, port } = await ask([{ kind: "answer", text: "Sure! Yes." }, OK, OK]);
    expect(value?.text).toBe('{"word":"yes"}');
    await port.generate(request());
    expect(api.calls.map(({ body }) => "output_config" in body)).toEqual([true, false, false]);
  });
});

invalid("model/no-key", "nothing is set", () => readCredentials({}));
invalid("model/no-key", "blank", () => readCredentials({ ANTHROPIC_API_KEY: "  " }));
valid("model/no-key", "a key", () => readCredentials({ ANTHROPIC_API_KEY: "k" }));
for (const url of ["file:///etc/passwd", "localhost", "https://user:secret@example.com"]) {
  invalid("model/bad-base-url", url, () =>
    readCredentials({ ANTHROPIC_API_KEY: "k", ANTHROPIC_BASE_URL: url }),
  );
}
valid("model/bad-base-url", "a gateway", () =>
  readCredentials({ ANTHROPIC_API_KEY: "k", ANTHROPIC_BASE_URL: "https://gw.example.com/llm" }),
);
invalid("model/request-failed", "nobody listens", () =>
  ask([OK], {
    credentials: {
      secret: { kind: "auth-token", value: "wrong-token" },
      baseUrl: "http://127.0.0.1:1",
    },
  }),
);
invalid("model/request-failed", "no permission", () =>
  ask([{ kind: "status", status: 403, type: "permission_error", message: "Not for you" }]),
);
valid("model/request-failed", "an answer", () => ask([OK]));
