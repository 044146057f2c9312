import { afterEach, describe, expect, test } from "vitest";
import { createAnthropicPort } from "../../src/architects/model/anthropic/anthropic-port.ts";
import { createModelArchitect } from "../../src/architects/model/model-architect.ts";
import { loadPrompts } from "../../src/architects/model/prompts.ts";
import { loadPersona } from "../../src/architects/personas.ts";
import { createRulesArchitect } from "../../src/architects/rules/rules-architect.ts";
import { parseLock } from "../../src/artifacts/lock.ts";
import { unitName, unitsOf } from "../../src/design/units.ts";
import type { MemoryHost } from "../../src/host/memory.ts";
import { exitStatus } from "../../src/reporters/exit-status.ts";
import type { MessagesApi } from "../support/messages-api.ts";
import { startMessagesApi } from "../support/messages-api.ts";
import { sampleDesign } from "../support/sample-design.ts";
import { askedUnit, sampleModel } from "../support/sample-model.ts";
import {
  changedPaths,
  checkAll,
  generateSample,
  packageHost,
  ROOT,
  SYSTEM,
  textAt,
  treeOf,
} from "../support/sample-package.ts";

const open: MessagesApi[] = [];
afterEach(async () => {
  for (const api of open.splice(0)) await api.close();
});

/** The statements of the sample; the package that is there gives them their ids. */
const REQUIREMENTS = `# City library

${sampleDesign()
  .system.requirements.map(({ text }) => `- ${text}`)
  .join("\n")}
`;

const UNITS = unitsOf(sampleDesign().system.contexts).map(unitName);
const SILENT = { progress: () => {}, detail: () => {} };

type Answers = Parameters<typeof sampleModel>[0];

/** The whole of `generate`, with a model at the other end of a socket. */
async function run(answers: Answers, isStrict = false) {
  const api = await startMessagesApi(sampleModel(answers));
  open.push(api);
  const host = await packageHost({ "library/requirements.md": REQUIREMENTS });
  const report = await generateSample(host, {
    output: ROOT,
    architect: await modelAt(api, host),
    ...(isStrict ? {} : { fallback: createRulesArchitect() }),
  });
  const asked = api.calls.map(({ body }) => unitName(askedUnit(body)));
  return { api, host, report, asked };
}

async function modelAt(api: MessagesApi, host: MemoryHost) {
  const { value: persona } = await loadPersona(host);
  if (persona === undefined) throw new Error("the embedded persona is broken");
  const port = createAnthropicPort({
    credentials: { secret: { kind: "api-key", value: "test-key-123456" }, baseUrl: api.url },
    log: SILENT,
    maxRetries: 0,
    streamRetries: 0,
  });
  const prompts = await loadPrompts(host.assets);
  return createModelArchitect({ port, persona, prompts, model: "claude-opus-5-5", log: SILENT });
}

function lockOf(host: MemoryHost) {
  return parseLock(textAt(treeOf(host), `${ROOT}/groundplan.lock.json`)).value;
}

describe("generate with a model", () => {
  test("asks once for each unit and ends in a package that check finds clean", async () => {
    const { api, host, report, asked } = await run({});
    expect(exitStatus(report, "error")).toBe(0);
    expect(asked).toEqual(UNITS);
    expect(api.calls.every(({ status }) => status === 200)).toBe(true);
    expect(lockOf(host)).toMatchObject({ architect: "model claude-opus-5-5", fallbacks: [] });
    expect((await checkAll(host)).diagnostics).toEqual([]);
    const { system } = sampleDesign();
    expect(JSON.parse(textAt(treeOf(host), SYSTEM))).toMatchObject({
      flows: system.flows,
      requirements: system.requirements,
    });
  });

  test("that talks nonsense about one unit leaves it to the rules, by name", async () => {
    const { host, report, asked } = await run({ platform: () => "I would rather not." });
    expect(exitStatus(report, "error")).toBe(0);
    expect(asked.filter((unit) => unit === "platform").length).toBeGreaterThan(1);
    expect(asked.filter((unit) => unit !== "platform")).toEqual(
      UNITS.filter((unit) => unit !== "platform"),
    );
    expect(lockOf(host)?.fallbacks).toEqual(["platform"]);
    expect(textAt(treeOf(host), `${ROOT}/README.md`)).toMatch(
      /Drafted by another architect[^|]*\| platform \|/,
    );
    const [found, ...others] = report.diagnostics.filter(({ code }) => code.startsWith("model/"));
    expect([found?.code, found?.severity, others]).toEqual(["model/invalid-answer", "warning", []]);
    expect((await checkAll(host)).diagnostics).toEqual([]);
  });

  test("that talks nonsense under --strict could not run, and nothing is written", async () => {
    const { host, report, asked } = await run({ platform: () => "No." }, true);
    expect(exitStatus(report, "error")).toBe(2);
    expect(report.diagnostics.map(({ code, severity }) => [code, severity])).toContainEqual([
      "model/invalid-answer",
      "error",
    ]);
    expect(asked.at(-1)).toBe("platform");
    expect(host.changes()).toBe(0);
    expect(await changedPaths(host)).toEqual(["library/requirements.md"]);
  });

  test("that names what does not exist is told so once, and mends it", async () => {
    const { api, host, report, asked } = await run({
      landscape: (right, call) => (call === 1 ? withDanglingContext(right) : right),
    });
    expect(exitStatus(report, "error")).toBe(0);
    expect(asked).toEqual(["requirements", "landscape", ...UNITS.slice(1)]);
    const turns = api.calls[2]?.body["messages"] as { content: { text: string }[] }[];
    expect(turns).toHaveLength(3);
    const told = turns[2]?.content[0]?.text ?? "";
    expect(told).toContain("design/unresolved-reference");
    expect(told).toContain("no-such-context");
    expect(lockOf(host)?.fallbacks).toEqual([]);
    expect(textAt(treeOf(host), SYSTEM)).not.toContain("no-such-context");
    expect((await checkAll(host)).diagnostics).toEqual([]);
  });
});

function withDanglingContext(right: unknown): unknown {
  const answer = structuredClone(right) as { deployables: { contexts: string[] }[] };
  answer.deployables[0]?.contexts.push("no-such-context");
  return answer;
}
