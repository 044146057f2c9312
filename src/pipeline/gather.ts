import type { Lock } from "../artifacts/lock.ts";
import type { Design } from "../design/design.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { readRequirements } from "../requirements/read-requirements.ts";
import type { RequirementsReading } from "../requirements/requirements-reading.ts";
import { withoutUndefined } from "../util/without-undefined.ts";
import type { GenerateRequest } from "./generate-request.ts";
import type { Templates } from "./load-templates.ts";
import { lockedTemplates } from "./locked-templates.ts";
import { findOtherRequirements } from "./other-requirements.ts";
import { overrideTemplates } from "./override-templates.ts";
import { packageName } from "./package-name.ts";
import { packageRoot } from "./package-root.ts";
import type { InputDocument } from "./read-inputs.ts";
import { readInputs } from "./read-inputs.ts";
import type { StoredPackage } from "./read-package.ts";
import { designOf, notAPackage, readPackage } from "./read-package.ts";

/** Everything that a package is generated from, read and understood. */
export interface Gathered {
  /** Folder of the package. */
  readonly root: string;
  readonly documents: readonly InputDocument[];
  readonly reading: RequirementsReading;
  /** The package that is there already, and its Design where it can be read. */
  readonly stored?: StoredPackage;
  readonly base?: Design;
  readonly options: Lock["options"];
  readonly templates: Templates;
  /** Where templates of one's own are. */
  readonly templatesFolder?: string;
}

const DEFAULT_OPTIONS: Lock["options"] = { openapi: "3.0" };

/** Reads all that `generate` needs; no value where something of it is not usable. */
export async function gather(request: GenerateRequest, host: Host): Promise<Outcome<Gathered>> {
  const inputs = await readInputs(host.files, request.inputs);
  if (inputs.value === undefined) return { diagnostics: inputs.diagnostics };
  const documents = inputs.value;
  const first = host.files.resolve((request.inputs[0] ?? ".").replaceAll("\\", "/"));
  const root = packageRoot(host.files, request.output ?? `output/${packageName(first)}`);
  const { stored, design, diagnostics } = await readPrevious(request, documents, root, host);
  if (diagnostics.length > 0) return { diagnostics };

  const locked = stored === undefined ? undefined : lockedTemplates(stored);
  const templatesFolder = request.templates ?? locked;
  const templates = await overrideTemplates(host, templatesFolder);
  if (templates.value === undefined) return { diagnostics: templates.diagnostics };

  host.log.progress(`reading ${documents.map(({ path }) => path).join(", ")}`);
  const known = design?.system.requirements;
  const reading = await readRequirements(documents, known === undefined ? {} : { previous: known });
  if (reading.value === undefined) return { diagnostics: reading.diagnostics };
  const { openapi, database, migrations } = request;
  const value: Gathered = {
    root,
    documents,
    reading: reading.value,
    options: {
      ...DEFAULT_OPTIONS,
      ...stored?.lock.options,
      ...withoutUndefined({ openapi, database, migrations }),
    },
    templates: templates.value,
    ...(stored === undefined ? {} : { stored }),
    ...(design === undefined ? {} : { base: design }),
    ...(templatesFolder === undefined ? {} : { templatesFolder }),
  };
  return { value, diagnostics: [...inputs.diagnostics, ...reading.diagnostics] };
}

interface Previous {
  readonly stored?: StoredPackage;
  readonly design?: Design;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The package that is there already. One of other requirements stops, unless the folder was named;
 * and so does a design that cannot be read. `--force` goes on in both cases.
 */
async function readPrevious(
  { force, output }: GenerateRequest,
  inputs: readonly InputDocument[],
  root: string,
  { files }: Host,
): Promise<Previous> {
  const stored = await readPackage(files, root);
  if (stored.value === undefined) {
    const isAbsent = stored.diagnostics.every(({ code }) => code === notAPackage.code);
    return { diagnostics: isAbsent ? [] : stored.diagnostics };
  }
  if (!force && output === undefined) {
    const diagnostics = await findOtherRequirements(stored.value, inputs, files);
    if (diagnostics.length > 0) return { diagnostics };
  }
  const design = designOf(stored.value);
  if (design.value !== undefined) {
    return { stored: stored.value, design: design.value, diagnostics: [] };
  }
  return { stored: stored.value, diagnostics: force ? [] : design.diagnostics };
}
