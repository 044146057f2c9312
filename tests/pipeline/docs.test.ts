import { expect, test } from "vitest";
import type { MemoryHost } from "../../src/host/memory.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { docs } from "../../src/pipeline/docs.ts";
import { invalid, valid } from "../support/cases.ts";
import { codesOf, editedSystem, packageHost, ROOT, treeOf } from "../support/sample-package.ts";

const { libraries } = createNodeHost({ quiet: true });

async function siteHost(files: Readonly<Record<string, string>> = {}): Promise<MemoryHost> {
  return { ...(await packageHost(files)), ...(libraries === undefined ? {} : { libraries }) };
}

valid("site/occupied-folder", "an empty place", async () => {
  return (await docs({ root: ROOT, output: "public" }, await siteHost())).diagnostics;
});

invalid("site/occupied-folder", "a folder of somebody else", async () => {
  const host = await siteHost({ "public/index.html": "mine" });
  const report = await docs({ root: ROOT, output: "public" }, host);
  expect(report.status).toBe("unusable");
  expect(treeOf(host)["public/index.html"]).toBe("mine");
  return report.diagnostics;
});

valid("site/missing-library", "all of them are installed", async () => {
  return (await docs({ root: ROOT }, await siteHost())).diagnostics;
});

invalid("site/missing-library", "none of them is", async () => {
  return (await docs({ root: ROOT }, await packageHost())).diagnostics;
});

test("a site takes the place of an earlier one, and of nothing else", async () => {
  const host = await siteHost();
  await docs({ root: ROOT }, host);
  const first = treeOf(host);
  await host.files.write(`${ROOT}/site/notes.txt`, "mine");
  const manifest = JSON.parse(first[`${ROOT}/site/site.json`] ?? "[]") as string[];
  const edited = [...manifest, "gone.html", "../README.md", "/desk/library/requirements.md"];
  await host.files.write(`${ROOT}/site/gone.html`, "of an earlier design");
  await host.files.write(`${ROOT}/site/site.json`, JSON.stringify(edited));
  const report = await docs({ root: ROOT }, host);
  expect(codesOf(report)).toEqual([]);
  expect(treeOf(host)).toEqual({ ...first, [`${ROOT}/site/notes.txt`]: "mine" });
});

test("a design with errors has no site, and says why", async () => {
  const host = await siteHost(await editedSystem('"on": "catalogue-service"', '"on": "nobody"'));
  const broken = await docs({ root: ROOT }, host);
  expect(broken.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
  expect(Object.keys(treeOf(host)).filter((path) => path.includes("/site/"))).toEqual([]);
});
