import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { RunReport } from "../../src/pipeline/run-report.ts";
import { exitStatus } from "../../src/reporters/exit-status.ts";
import type { Reporter } from "../../src/reporters/reporter.ts";
import type { Format } from "../../src/reporters/reporters.ts";
import { reporters } from "../../src/reporters/reporters.ts";

const show: Readonly<Record<Format, Reporter>> = reporters;

const plain: Diagnostic = {
  code: "a/b",
  severity: "error",
  message: "something is wrong",
  subject: "orders/entity/order",
  artifact: { path: "output/x/design/contexts/orders.json", locator: { line: 7, column: 3 } },
  fix: "make it right",
};

const HOSTILE = "100%\r\n::error::x\u001B[31m\u009B2J\u202Eevil,:\u2028y";

/** Line breaks are the reporter's own. */
const STEERING = /(?!\n)[\p{Cc}\u202A-\u202E\u2028]/u;

describe("exit status", () => {
  test.each([
    ["error", "error", 1],
    ["warning", "error", 0],
    ["warning", "warning", 1],
    ["info", "warning", 0],
    ["info", "info", 1],
    ["error", "info", 1],
  ] as const)(
    "of a report with an %s where it fails on %s is %i",
    (severity, threshold, status) => {
      expect(exitStatus(report([{ ...plain, severity }]), threshold)).toBe(status);
    },
  );

  test("is 0 where nothing was found and 2 where it could not run", () => {
    expect(exitStatus(report([]), "info")).toBe(0);
    expect(exitStatus({ ...report([]), status: "unusable" }, "error")).toBe(2);
  });
});

describe("github", () => {
  test("writes an annotation on file, line and column", () => {
    expect(show.github(report([plain]), { color: false })).toBe(
      "::error file=output/x/design/contexts/orders.json,line=7,col=3,title=a/b::" +
        "something is wrong%0Ain orders/entity/order%0Afix: make it right\n",
    );
  });

  test("leaves out what is not known, and says a pointer in words", () => {
    const artifact = { path: "a.yaml", locator: { pointer: "/paths/~1x" } };
    const { fix: _, ...rest } = plain;
    const found = [
      { ...rest, severity: "info" as const, subject: "package", artifact },
      { code: "a/b", severity: "warning" as const, message: "m", subject: "package" },
    ];
    expect(show.github(report(found), { color: false })).toBe(
      "::notice file=a.yaml,title=a/b::something is wrong (/paths/~1x)\n::warning title=a/b::m\n",
    );
  });

  test("lets no text from outside begin a command or steer the log", () => {
    const found = { ...plain, message: HOSTILE, fix: HOSTILE, artifact: { path: `a/${HOSTILE}` } };
    const text = show.github(report([found]), { color: true });
    expect(text.split("\n")).toHaveLength(2);
    expect(text).toContain("100%25%0A::error::x");
    expect(text).toMatch(/file=a\/100%25%0A%3A%3Aerror%3A%3Ax[^:]*evil%2C%3A/);
    expect(text).not.toMatch(STEERING);
  });
});

describe("json", () => {
  test("is the whole report", () => {
    const given = report([{ ...plain, message: HOSTILE }]);
    expect(JSON.parse(show.json(given, { color: true }))).toEqual(given);
  });
});

describe("pretty", () => {
  test("says what, where, in what, and what to do", () => {
    expect(show.pretty(report([plain]), { color: false })).toBe(
      [
        "error something is wrong a/b",
        "  at output/x/design/contexts/orders.json:7:3",
        "  in orders/entity/order",
        "  fix: make it right",
        "",
        "package: output/x",
        "check: 1 error, 0 warnings",
        "",
      ].join("\n"),
    );
  });

  test("counts in words, and says when it could not run", () => {
    const found = (["error", "error", "warning", "info"] as const).map((severity) => ({
      ...plain,
      severity,
    }));
    const text = show.pretty({ ...report(found), status: "unusable" }, { color: false });
    expect(text).toContain("check: 2 errors, 1 warning, 1 note; it could not run to its end");
  });

  test("shows ten of a code and counts the rest", () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ ...plain, message: `no. ${index}` }));
    const text = show.pretty(report([...many, { ...plain, code: "c/d" }]), { color: false });
    expect(text.match(/^error/gm)).toHaveLength(11);
    expect(text).toContain("… and 15 more");
  });

  test("is coloured only where it is asked for", () => {
    expect(show.pretty(report([plain]), { color: true })).toContain("\u001B[31merror");
    expect(show.pretty(report([plain]), { color: false })).not.toContain("\u001B");
  });

  test("lets no text from outside steer the terminal", () => {
    const found = {
      ...plain,
      message: HOSTILE,
      subject: HOSTILE,
      pointer: HOSTILE,
      fix: HOSTILE,
      artifact: { path: HOSTILE },
    };
    const summary = [{ label: HOSTILE, text: HOSTILE }];
    const text = show.pretty({ ...report([found]), summary }, { color: false });
    expect(text).not.toMatch(STEERING);
  });
});

function report(diagnostics: readonly Diagnostic[]): RunReport {
  const summary = [{ label: "package", text: "output/x" }];
  return { command: "check", status: "done", diagnostics, summary };
}
