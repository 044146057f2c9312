import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findDirectionProblems, layers } from "./support/architecture/layers.ts";
import { findLoadingProblems, heavyLibraries } from "./support/architecture/loading.ts";
import { findPurityProblems, permissions } from "./support/architecture/purity.ts";
import {
  findShapeProblems,
  findSizeProblems,
  namingExceptions,
} from "./support/architecture/shape.ts";
import { readSourceFile } from "./support/architecture/source-file.ts";

const SOURCE = join(import.meta.dirname, "../src");

describe("the source tree", () => {
  const files = globSync("**/*.ts", { cwd: SOURCE }).map((path) =>
    readSourceFile(path.replaceAll("\\", "/"), readFileSync(join(SOURCE, path), "utf8")),
  );

  test("imports go down only", () => {
    expect(files.flatMap(findDirectionProblems)).toEqual([]);
  });

  test("only a host touches the machine", () => {
    expect(files.flatMap(findPurityProblems)).toEqual([]);
  });

  test("heavy libraries load where they are needed", () => {
    expect(files.flatMap(findLoadingProblems)).toEqual([]);
  });

  test("files are small, named after an export, and in the house style", () => {
    expect(files.flatMap(findShapeProblems)).toEqual([]);
    expect(findSizeProblems(files)).toEqual([]);
  });

  test("the tables of the rules name what exists", () => {
    const missing = [
      ...layers.map(({ name }) => name),
      ...permissions.map(({ path }) => path),
      ...Object.keys(namingExceptions),
    ].filter((path) => !existsSync(join(SOURCE, path)));
    expect(missing).toEqual([]);
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(SOURCE, "../package.json"), "utf8"),
    ) as Record<string, Record<string, string>>;
    const installed = Object.keys({ ...dependencies, ...devDependencies });
    expect(heavyLibraries.filter((name) => !installed.includes(name))).toEqual([]);
  });
});

// A check that cannot fail proves nothing: each rule meets sources that break it.
describe("the rules", () => {
  test.each([
    ["util/a.ts", 'import { x } from "../design/design.ts";', "imports go down only"],
    ["design/a.ts", 'import type { X } from "../pipeline/run.ts";', "imports go down only"],
    ["sql/a.ts", 'type X = import("../artifacts/artifact.ts").Artifact;', "siblings never"],
    ["emitters/a.ts", 'export * from "../checks/design-check.ts";', "siblings never"],
    ["checks/design/a.ts", 'const x = await import("../../emitters/b.ts");', "siblings never"],
    ["emitters/openapi/a.ts", 'import { x } from "../mermaid/b.ts";', "are siblings"],
    ["checks/design/a.ts", 'import { x } from "../artifacts/b.ts";', "are siblings"],
    ["architects/rules/a/b.ts", 'import { x } from "../../model/c.ts";', "are siblings"],
    ["reporters/a.ts", 'import { x } from "../index.ts";', "siblings never"],
    ["pipeline/a.ts", 'import { x } from "../cli/main.ts";', "imports go down only"],
    ["pipeline/a.ts", 'import { createNodeHost } from "../host/node.ts";', "chooses the machine"],
    ["util/a.ts", 'import { x } from "../../tests/b.ts";', "in no layer"],
    ["util/a.ts", 'import { x } from "./b";', "whole file name"],
    ["extra/a.ts", "export const a = 1;", "in no layer"],
  ])("%s: %s", (path, text, message) => {
    expect(findDirectionProblems(readSourceFile(path, text)).join()).toContain(message);
  });

  test.each([
    ["cli/commands/a.ts", 'import { createNodeHost } from "../../host/node.ts";'],
    ["emitters/openapi/a.ts", 'import { x } from "../emitter.ts"; import { y } from "./b/c.ts";'],
    ["emitters/registry.ts", 'import { x } from "./openapi/emitter.ts";'],
    ["checks/design/a.ts", 'import type { X } from "../../design/design.ts"; import "zod";'],
  ])("let %s: %s", (path, text) => {
    expect(findDirectionProblems(readSourceFile(path, text))).toEqual([]);
  });

  test.each([
    ['import { readFileSync } from "node:fs";', "node:fs"],
    ['import type { Stats } from "fs";', "fs"],
    ['export { spawn } from "node:child_process";', "node:child_process"],
    ['const { hash } = await import("node:crypto");', "node:crypto"],
    ['const home = process.env["HOME"];', "process"],
    ['const answer = fetch("https://example.com");', "fetch"],
    ["const now = Date.now();", "Date"],
    ["const now = new Date();", "Date"],
    ["const object = { Date };", "Date"],
    ["const chance = Math.random();", "Math.random"],
    ['const chance = Math["random"]();', "Math.random"],
    ["const time = performance.now();", "performance"],
    ["const id = crypto.randomUUID();", "crypto"],
    ["const hidden = globalThis;", "globalThis"],
    ['console.log("hello");', "console"],
    ["const sorted = names.sort((a, b) => a.localeCompare(b));", "a.localeCompare"],
    ["const text = (1234).toLocaleString();", ".toLocaleString"],
  ])("impure: %s", (text, name) => {
    expect(findPurityProblems(readSourceFile("design/a.ts", text)).join()).toContain(
      `design/a.ts:1 uses ${name}:`,
    );
  });

  test.each([
    ["util/digest.ts", 'import { createHash } from "node:crypto";'],
    ["cli/main.ts", "process.exitCode = 1;"],
    ["design/a.ts", "const x = step.process; const y = { process: 1, Date: 2 }; x.fetch();"],
    ["design/a.ts", "interface Step { readonly process: string; fetch(): void }"],
    ["design/a.ts", "const x = Math.max(1, 2);"],
  ])("pure: %s: %s", (path, text) => {
    expect(findPurityProblems(readSourceFile(path, text))).toEqual([]);
  });

  test.each([
    ["checks/artifacts/a.ts", 'import { parse } from "libpg-query";', "await import()"],
    ["checks/artifacts/a.ts", 'import { type Parse } from "libpg-query";', "await import()"],
    ["checks/artifacts/a.ts", 'import mermaid from "mermaid/dist/x.js";', "await import()"],
    [
      "architects/model/anthropic/a.ts",
      'import Client from "@anthropic-ai/sdk";',
      "await import()",
    ],
    ["architects/model/a.ts", 'import type { Message } from "@anthropic-ai/sdk";', "only src/"],
    ["pipeline/a.ts", 'await import("@anthropic-ai/sdk/client");', "only src/"],
  ])("loading: %s: %s", (path, text, message) => {
    expect(findLoadingProblems(readSourceFile(path, text)).join()).toContain(message);
  });

  test.each([
    ["checks/artifacts/a.ts", 'const x = await import("libpg-query");'],
    ["checks/artifacts/a.ts", 'import type { Parse } from "libpg-query";'],
    ["architects/model/anthropic/a.ts", 'const { x } = await import("@anthropic-ai/sdk");'],
    ["emitters/a.ts", 'import { x } from "mermaid-lite";'],
  ])("loads well: %s: %s", (path, text) => {
    expect(findLoadingProblems(readSourceFile(path, text))).toEqual([]);
  });

  test.each([
    ["export default function order() {}", "default export"],
    ["export class Order {}", "a class"],
    ["export const order = class {};", "a class"],
    ["export enum Order { First }", "an enum"],
    ["export namespace order { export const x = 1; }", "a namespace"],
    ["export function order(x: any) {}", "any"],
    ["export const order = x!.y;", "non-null"],
    ["export const sortThem = 1;", "named after none"],
    ["const order = 1;", "named after none"],
    ["export const first = 1; export const second = 2;", "named after none"],
    [`export const order = [\n${"1,\n".repeat(400)}];`, "402 lines"],
  ])("shape: %s", (text, message) => {
    expect(findShapeProblems(readSourceFile("design/order.ts", text)).join()).toContain(message);
  });

  test.each([
    ["design/order.ts", "export interface Order {}"],
    ["design/order-line.ts", "export function createOrderLines() {}"],
    ["design/http-phrase.ts", "export const parseHttp = 1; export const formatHttp = 2;"],
    ["design/sql-parser.ts", "export const createSQLParser = 1;"],
    ["design/all.generated.ts", "export const items = [];"],
  ])("well shaped: %s: %s", (path, text) => {
    expect(findShapeProblems(readSourceFile(path, text))).toEqual([]);
  });

  test("a single export has the whole name of its file", () => {
    const file = readSourceFile("design/order-line.ts", "export const sumOfLine = 1;");
    expect(findShapeProblems(file)).toHaveLength(1);
  });

  test("the typical size has a bound", () => {
    const sized = (lines: number) => readSourceFile("design/a.ts", "\n".repeat(lines));
    expect(findSizeProblems([sized(10), sized(120), sized(130)])).toHaveLength(1);
    expect(findSizeProblems([sized(10), sized(90), sized(390)])).toEqual([]);
  });
});
