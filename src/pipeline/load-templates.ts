import type { Assets } from "../host/host.ts";
import { digest } from "../util/digest.ts";

/** Template texts by path below `templates/`, and one digest of them all. */
export interface Templates {
  readonly texts: ReadonlyMap<string, string>;
  readonly digest: string;
}

export async function loadTemplates(assets: Assets): Promise<Templates> {
  const texts = new Map<string, string>();
  for (const path of await assets.list("templates")) {
    if (!path.startsWith("templates/docs/")) continue;
    texts.set(path.slice("templates/".length), (await assets.read(path)) ?? "");
  }
  const all = [...texts].map(([path, text]) => `${path}\n${digest(text)}\n`).join("");
  return { texts, digest: digest(all) };
}
