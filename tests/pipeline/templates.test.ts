import { describe, expect, test } from "vitest";
import { parseLock } from "../../src/artifacts/lock.ts";
import { docsEmitter } from "../../src/emitters/docs/emitter.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import { loadConfig } from "../../src/pipeline/load-config.ts";
import { render } from "../../src/pipeline/render.ts";
import { invalid, valid } from "../support/cases.ts";
import { emitOptions } from "../support/emit-options.ts";
import { readTemplates } from "../support/read-templates.ts";
import { sampleDesign } from "../support/sample-design.ts";
import {
  checkAll,
  codesOf,
  generateSample,
  packageHost,
  ROOT,
  sampleHost,
  textAt,
  treeOf,
} from "../support/sample-package.ts";

const LOCK = `${ROOT}/groundplan.lock.json`;
const OWN = { "house/risks.md.liquid": "# Risks of {{ title }}, our way\r\n" };

describe("templates of one's own", () => {
  test("replace one document; check and a second run use the same without being told", async () => {
    const host = sampleHost(OWN);
    const report = await generateSample(host, { templates: "house" });
    expect(codesOf(report)).not.toContain("package/unusable-templates");
    const tree = treeOf(host);
    expect(textAt(tree, `${ROOT}/docs/risks.md`)).toMatch(/^# Risks of .*, our way\n$/);
    const lock = parseLock(textAt(tree, LOCK)).value;
    const plain = parseLock(textAt(treeOf(await packageHost()), LOCK)).value;
    expect(lock?.templatesFolder).toBe("../../house");
    expect(lock?.templates).not.toBe(plain?.templates);
    expect((await checkAll(host)).diagnostics).toEqual([]);
    const before = host.changes();
    await generateSample(host);
    expect(host.changes()).toBe(before);
  });

  test("are taken up by render, below docs/ as well", async () => {
    const host = await packageHost({ "house/docs/risks.md.liquid": "# Ours\n" });
    await render({ root: ROOT, force: false, dryRun: false, templates: "house" }, host);
    expect(textAt(treeOf(host), `${ROOT}/docs/risks.md`)).toBe("# Ours\n");
    expect((await checkAll(host)).diagnostics).toEqual([]);
  });

  test("that change make the package outdated", async () => {
    const host = sampleHost(OWN);
    await generateSample(host, { templates: "house" });
    await host.files.write("house/risks.md.liquid", "# Other\n");
    expect(codesOf(await checkAll(host))).toEqual(["drift/outdated"]);
  });

  test("that are broken write no document", async () => {
    const host = await packageHost({ "house/risks.md.liquid": "# A\n\n{{ nope }}\n" });
    const before = host.changes();
    const report = await render(
      { root: ROOT, force: false, dryRun: false, templates: "house" },
      host,
    );
    expect(report.diagnostics.map(({ message }) => message)).toEqual([
      "the template docs/risks.md.liquid cannot be rendered: line 3: unknown variable: nope",
    ]);
    expect(host.changes()).toBe(before);
  });

  test("stand in the config, from its own folder", async () => {
    const host = createMemoryHost({
      files: { "/groundplan.config.json": '{ "templates": "house" }' },
    });
    expect((await loadConfig(host.files)).value?.templates).toMatch(/^\/*house$/);
  });
});

const broken = (text: string) =>
  docsEmitter.emit(
    sampleDesign(),
    emitOptions(new Map([...readTemplates(), ["docs/risks.md.liquid", text]])),
  );

invalid("docs/broken-template", "a tag that never ends", () => broken("a\n{% if title %}\n"));
invalid("docs/broken-template", "an unknown filter", () => broken("{{ title | nope }}"));
invalid("docs/broken-template", "a list where a text is needed", () => broken("{{ risks }}"));
invalid("docs/broken-template", "a file from outside", () => broken("{% include '/etc/passwd' %}"));
valid("docs/broken-template", "the templates of groundplan", () =>
  docsEmitter.emit(sampleDesign(), emitOptions(readTemplates())),
);
valid("docs/broken-template", "no markup at all", () => broken("Ours."));

const using = (files: Readonly<Record<string, string | Uint8Array>>) =>
  generateSample(sampleHost(files), { templates: "house", dryRun: true });

invalid("package/unusable-templates", "no such folder", () => using({}));
invalid("package/unusable-templates", "nothing in it", () => using({ "house/a.md": "" }));
invalid("package/unusable-templates", "a misspelt name", () =>
  using({ "house/risk.md.liquid": "" }),
);
invalid("package/unusable-templates", "a file instead of a folder", () => using({ house: "" }));
valid("package/unusable-templates", "other files beside", () =>
  using({ ...OWN, "house/notes.md": "", "house/logo.svg": "" }),
);
