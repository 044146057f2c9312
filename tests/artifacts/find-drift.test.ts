import { describe, expect, test } from "vitest";
import type { Artifact, ArtifactKind } from "../../src/artifacts/artifact.ts";
import { describeDifference } from "../../src/artifacts/describe-difference.ts";
import type { DriftInput } from "../../src/artifacts/find-drift.ts";
import { findDrift } from "../../src/artifacts/find-drift.ts";
import type { Lock } from "../../src/artifacts/lock.ts";
import { formatLock, parseLock } from "../../src/artifacts/lock.ts";
import { digest } from "../../src/util/digest.ts";
import { invalid, valid } from "../support/cases.ts";

const TEXT = "one\ntwo\nthree\n";

valid("drift/missing", "everything is there", () => drift({}));
invalid("drift/missing", "a file is not there", () => drift({ found: undefined }));
invalid("drift/missing", "a file of the design is not there", () =>
  drift({ found: undefined, kind: "design" }),
);

valid("drift/edited", "the design was edited, as it may be", () =>
  drift({ found: "edited", kind: "design" }),
);
valid("drift/edited", "the file is as it was made, the design went on", () =>
  drift({ found: "old", locked: "old" }),
);
invalid("drift/edited", "somebody changed a line", () => drift({ found: "one\n2\nthree\n" }));
invalid("drift/edited", "a migration says something else than what was committed", () =>
  drift({ found: "edited", expected: "edited", kind: "sql-up" }),
);

valid("drift/outdated", "the file is what the design renders to", () => drift({}));
valid("drift/outdated", "right, though no lock tells of it", () => drift({ locked: undefined }));
invalid("drift/outdated", "the design went on", () => drift({ found: "old", locked: "old" }));
invalid("drift/outdated", "the design was edited and not rendered", () =>
  drift({ found: "edited", expected: "edited", kind: "design" }),
);
invalid("drift/outdated", "only the lock is old", () => drift({ locked: "old" }));

valid("drift/orphan", "a file of nobody's", () => drift({ more: { "own.md": "x" } }));
valid("drift/orphan", "one that is in the lock and gone already", () =>
  drift({ lockedToo: { "gone.md": "x" } }),
);
invalid("drift/orphan", "one that the design no longer calls for", () =>
  drift({ lockedToo: { "gone.md": "x" }, more: { "gone.md": "x" } }),
);

valid("drift/stale-requirements", "the same bytes", () => drift({}));
invalid("drift/stale-requirements", "one more space", () => drift({ requirements: "text " }));

valid("drift/missing-requirements", "they are there", () => drift({}));
invalid("drift/missing-requirements", "they are gone", () => drift({ requirements: undefined }));

valid("package/broken-lock", "a lock that was formatted", () => parseLock(formatLock(lock({}))));
invalid("package/broken-lock", "no JSON", () => parseLock("{"));
invalid("package/broken-lock", "another form", () => parseLock("[]"));
invalid("package/broken-lock", "a version to come", () =>
  parseLock(JSON.stringify({ ...lock({}), lockVersion: 2 })),
);
invalid("package/broken-lock", "a path that leaves the package", () =>
  parseLock(JSON.stringify(lock({ "docs/../../x": digest("x") }))),
);
invalid("package/broken-lock", "a digest that is none", () =>
  parseLock(JSON.stringify(lock({ "a.md": "abc" }))),
);

describe("the lock", () => {
  test("is the same text in whatever order its keys come", () => {
    const [a, b] = [digest("a"), digest("b")];
    expect(formatLock(lock({ "a.md": a, "B.md": b }))).toBe(
      formatLock(lock({ "B.md": b, "a.md": a })),
    );
  });
});

describe("a difference", () => {
  test("shows the lines around", () => {
    expect(describeDifference("one\n2\nthree\n", TEXT)).toBe(
      "@@ found line 1, expected line 1 @@\n one\n-2\n+two\n three",
    );
  });

  test("of texts that only end otherwise shows the last line", () => {
    expect(describeDifference(TEXT.trimEnd(), TEXT)).toContain("three");
    expect(describeDifference("", TEXT)).toContain("+one");
    expect(describeDifference(TEXT, "")).toContain("-one");
  });

  test("of line ends is called that", () => {
    expect(describeDifference(TEXT.replaceAll("\n", "\r\n"), TEXT)).toContain("line ends");
    expect(describeDifference(`\u{FEFF}${TEXT}`, TEXT)).toContain("byte order mark");
  });

  test("is short and quick, however much differs", () => {
    const many = (word: string): string =>
      Array.from({ length: 50_000 }, (_, index) => `${word} ${index}`).join("\n");
    const start = performance.now();
    const text = describeDifference(`same\n${many("a")}`, `same\n${many("b")}`);
    expect(text).toMatch(/more than \d+ lines differ, the first of them line 2/);
    const wide = describeDifference("a".repeat(5_000_000), "b".repeat(5_000_000));
    expect(wide.length).toBeLessThan(1000);
    const some = describeDifference(many("a").slice(0, 8000), "");
    expect(some.split("\n").length).toBeLessThanOrEqual(31);
    expect(some).toMatch(/… \d+ more lines$/);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

interface Scene {
  readonly expected?: string;
  readonly found?: string | undefined;
  readonly locked?: string | undefined;
  readonly kind?: ArtifactKind;
  readonly lockedToo?: Readonly<Record<string, string>>;
  readonly more?: Readonly<Record<string, string>>;
  readonly requirements?: string | undefined;
}

/** One file and one requirements file, all well but for what the scene says. */
function drift(scene: Scene): ReturnType<typeof findDrift> {
  const { expected, found, locked, requirements, kind, lockedToo, more } = {
    expected: TEXT,
    found: TEXT,
    locked: TEXT,
    requirements: "text",
    kind: "markdown" as const,
    ...scene,
  };
  const artifact: Artifact = { path: "docs/a.md", kind, text: expected, origins: [] };
  const artifacts = { ...(locked === undefined ? {} : { "docs/a.md": locked }), ...lockedToo };
  const entries = Object.entries(artifacts).map(([path, text]) => [path, digest(text)]);
  const files = { ...(found === undefined ? {} : { "docs/a.md": found }), ...more };
  const input: DriftInput = {
    lock: lock(Object.fromEntries(entries)),
    expected: [artifact],
    found: new Map(Object.entries(files)),
    requirements: new Map(requirements === undefined ? [] : [["r.md", digest(requirements)]]),
  };
  return findDrift(input);
}

function lock(artifacts: Lock["artifacts"]): Lock {
  return {
    lockVersion: 1,
    groundplan: "0.1.0",
    architect: "rules",
    fallbacks: [],
    options: { openapi: "3.0", database: "postgresql" },
    persona: digest("persona"),
    templates: digest("templates"),
    requirements: [{ path: "r.md", digest: digest("text") }],
    sources: {},
    artifacts,
  };
}
