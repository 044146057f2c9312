import type { Design } from "../design/design.ts";
import { linkBetween, REQUIREMENTS_PAGE } from "./page-paths.ts";

/** The requirements that something satisfies, as links from a page. */
export function linkedRequirements(
  { system }: Design,
  ids: readonly string[],
  page: string,
): readonly { readonly name: string; readonly href: string }[] {
  return ids.map((id) => ({
    name: system.requirements.find((requirement) => requirement.id === id)?.name ?? id,
    href: linkBetween(page, `${REQUIREMENTS_PAGE}#${id}`),
  }));
}
