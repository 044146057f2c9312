import { containerChart } from "../../artifacts/mermaid/container-chart.ts";
import { safeId } from "../../artifacts/mermaid/safe-id.ts";
import type { Design } from "../../design/design.ts";

/** Each context with what runs it, where its data is, and whom its services need. */
export function architectureTree(design: Design): string {
  const { system } = design;
  const { nodes, edges } = containerChart(design);
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const lines = [system.title];
  for (const { id, name, classification } of system.contexts) {
    const entities = design.contexts.find(({ context }) => context === id)?.entities ?? [];
    const hosts = system.deployables.filter(({ contexts }) => contexts.includes(id));
    const stores = system.stores.filter(({ contexts }) => contexts.includes(id));
    const children: (readonly string[])[] = [
      ...hosts.map(({ id: host, name: title, kind, technology, team }) => [
        `${title}  (${kind}, ${technology}${team === undefined ? "" : `, team ${team}`})`,
        ...edges
          .filter(({ from, to }) => from === safeId("run", host) && !to.startsWith("store_"))
          .map(({ to, mode, label }) => {
            const words = label === undefined ? "" : `: ${label}`;
            return `${mode === "sync" ? "──▶" : "┄┄▶"} ${names.get(to) ?? to}${words}`;
          }),
      ]),
      ...stores.map(({ name: title, engine, version, kind }) => [
        `${title}  (${kind}, ${engine}${version === undefined ? "" : ` ${version}`})`,
      ]),
      ...(entities.length === 0
        ? []
        : [[`entities: ${entities.map((entity) => entity.name).join(", ")}`]]),
    ];
    lines.push("", `${name}  (${classification})`, ...branches(children));
  }
  const shared = system.deployables.filter(({ contexts }) => contexts.length === 0);
  if (shared.length > 0) {
    const boxes = shared.map(({ name, kind, technology }) => [`${name}  (${kind}, ${technology})`]);
    lines.push("", "Of no context", ...branches(boxes));
  }
  return `${lines.join("\n")}\n`;
}

function branches(children: readonly (readonly string[])[]): readonly string[] {
  return children.flatMap(([first = "", ...rest], index) => {
    const isLast = index === children.length - 1;
    const stem = isLast ? "   " : "│  ";
    return [`${isLast ? "└─ " : "├─ "}${first}`, ...rest.map((line) => `${stem}  ${line}`)];
  });
}
