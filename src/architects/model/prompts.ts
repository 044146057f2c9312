import { unitDeclarations } from "../../design/units.ts";
import type { UnitKind } from "../../design/units.ts";
import type { Assets } from "../../host/host.ts";
import { parsePersona } from "../parse-persona.ts";
import type { Persona } from "../parse-persona.ts";

/** The task of a unit and who of the team it is for. */
export interface UnitPrompt {
  /** Missing where the backend lead does it alone. */
  readonly specialist?: Persona;
  /** Liquid template. */
  readonly task: string;
}

/** Every text that is sent to a model, apart from the persona. Liquid templates. */
export interface Prompts {
  readonly requirements: string;
  readonly brief: string;
  readonly repair: string;
  readonly answerFormat: string;
  readonly units: ReadonlyMap<UnitKind, UnitPrompt>;
}

/** Reads the prompts that ship with groundplan. Throws where the installation is not complete. */
export async function loadPrompts(assets: Assets): Promise<Prompts> {
  const [requirements, brief, repair, answerFormat] = await Promise.all([
    read(assets, "agents/requirements.md"),
    read(assets, "agents/brief.md"),
    read(assets, "agents/repair.md"),
    read(assets, "agents/answer-format.md"),
  ]);
  const units = await Promise.all(
    unitDeclarations.map(async ({ kind }) => [kind, await loadUnit(assets, kind)] as const),
  );
  return { requirements, brief, repair, answerFormat, units: new Map(units) };
}

/** The description of a unit file's front matter may name a specialist: `specialist: <file>`. */
async function loadUnit(assets: Assets, kind: UnitKind): Promise<UnitPrompt> {
  const path = `agents/units/${kind}.md`;
  const text = await read(assets, path);
  const specialist = /^specialist:[ \t]*([a-z-]+)[ \t]*$/m.exec(text.split(/^---$/m)[1] ?? "")?.[1];
  const { instructions: task } = parse(path, text);
  if (specialist === undefined) return { task };
  const file = `agents/${specialist}.md`;
  return { task, specialist: parse(file, await read(assets, file)) };
}

function parse(path: string, text: string): Persona {
  const { value, diagnostics } = parsePersona(path, text);
  if (value === undefined) throw new Error(diagnostics[0]?.message ?? `${path} is not a prompt`);
  return value;
}

async function read(assets: Assets, path: string): Promise<string> {
  const text = await assets.read(path);
  if (text === undefined) throw new Error(`the asset ${path} is missing from this installation`);
  return text;
}
