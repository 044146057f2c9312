import { createRulesArchitect } from "../../src/architects/rules/rules-architect.ts";
import { draftDesign } from "../../src/pipeline/draft-design.ts";
import { readRequirements } from "../../src/requirements/read-requirements.ts";
import { requirementsOfLength } from "./requirements-of-length.ts";

/** How long the rules took for a text of so many words. */
export interface Growth {
  readonly words: number;
  readonly readSeconds: number;
  readonly draftSeconds: number;
  /** Time per word, divided by that of the shortest text: 1 where growth is linear. */
  readonly ratio: number;
}

/** Runs before the first that counts: they load the language model and warm the compiler. */
const WARM_UP = 3;

/** Reads and drafts texts of these lengths in this process; no engine looks at the result. */
export async function measureGrowth(lengths: readonly number[]): Promise<readonly Growth[]> {
  for (let run = 0; run < WARM_UP; run++) await draftOne(lengths[0] ?? 0);
  const measured: Growth[] = [];
  for (const length of lengths) {
    const one = await draftOne(length);
    const perWord = (one.readSeconds + one.draftSeconds) / one.words;
    const [first] = measured;
    const least = first && (first.readSeconds + first.draftSeconds) / first.words;
    measured.push({ ...one, ratio: least === undefined ? 1 : perWord / least });
  }
  return measured;
}

async function draftOne(length: number): Promise<Omit<Growth, "ratio">> {
  const text = requirementsOfLength(length);
  const started = performance.now();
  const { value: reading, diagnostics } = await readRequirements([
    { path: "requirements.md", text },
  ]);
  if (reading === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const read = performance.now();
  const { complete } = await draftDesign({
    architect: createRulesArchitect(),
    reading,
    options: { database: "postgresql" },
    log: { progress: ignore, detail: ignore },
  });
  if (!complete) throw new Error(`the rules gave up on a text of ${length} words`);
  const ended = performance.now();
  return {
    words: text.trim().split(/\s+/).length,
    readSeconds: (read - started) / 1000,
    draftSeconds: (ended - read) / 1000,
  };
}

function ignore(): void {}
