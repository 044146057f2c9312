import type { Design } from "../../design/design.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { operationsOf } from "../../design/operations-of.ts";
import { threatCategory } from "../../design/schema/security-sections.ts";
import { classifiedFields } from "./classified-fields.ts";
import { listed } from "./listed.ts";
import { named } from "./named.ts";
import { requirementNames } from "./requirement-names.ts";

/** What the template of security needs; nothing where the Design does not speak of it. */
export function securityView(design: Design): object | undefined {
  const { security, title } = design.system;
  const { dataClasses, controls, threats, compliance } = security;
  if (dataClasses.length + controls.length + threats.length + compliance.length === 0) {
    return undefined;
  }
  return {
    title,
    classes: dataClasses.map(({ level, handling }) => ({
      level,
      handling,
      ...occurrence(design, level),
    })),
    touching: touchingRows(design),
    threats: threatRows(design),
    controls: controls.map((control) => ({
      name: control.name,
      description: control.description,
      stops: listed(
        threats.filter((threat) => threat.controls.includes(control.id)).map(({ name }) => name),
      ),
      requirements: requirementNames(control.requirements, design.system),
    })),
    uncovered: listed(
      threatCategory.options
        .filter((category) => !threats.some((threat) => threat.category === category))
        .map((category) => category.replaceAll("-", " ")),
      "",
    ),
    compliance: compliance.map((rule) => ({
      name: rule.name,
      applies: rule.applies,
      measures: rule.measures.join(" ") || "none yet",
      requirements: requirementNames(rule.requirements, design.system),
    })),
  };
}

function occurrence(design: Design, level: string): { fields: number; where: string } {
  const found = entitiesOf(design).map(({ entity }) => ({
    name: entity.name,
    count: entity.fields.filter(({ classification }) => classification === level).length,
  }));
  const holding = found.filter(({ count }) => count > 0);
  return {
    fields: holding.reduce((sum, { count }) => sum + count, 0),
    where: listed(
      holding.map(({ name, count }) => `${name} (${count})`),
      "nowhere",
    ),
  };
}

/** Who reaches entities with personal, sensitive or secret fields, and by which operations. */
function touchingRows(design: Design): readonly object[] {
  if (classifiedFields(design).length === 0) return [];
  const { auth } = design.system;
  const operations = operationsOf(design);
  return entitiesOf(design).flatMap(({ entity, context }) => {
    const levels = ["personal", "sensitive", "secret"].filter((level) =>
      entity.fields.some(({ classification }) => classification === level),
    );
    if (levels.length === 0) return [];
    const own = operations
      .filter((one) => one.context.context === context.context)
      .map(({ operation }) => operation)
      .filter((operation) => operation.entity === entity.id);
    const needed = new Set(own.flatMap((operation) => operation.auth.permissions));
    const open = own.filter((operation) => operation.auth.mechanisms.length === 0);
    return [
      {
        name: entity.name,
        levels: levels.join(", "),
        reads: listed(own.filter(({ kind }) => kind !== "command").map(({ name }) => name)),
        writes: listed(own.filter(({ kind }) => kind === "command").map(({ name }) => name)),
        roles: listed(
          auth.roles
            .filter(({ permissions }) => permissions.some((id) => needed.has(id)))
            .map(({ name }) => name),
        ),
        open: listed(open.map(({ name }) => name)),
      },
    ];
  });
}

function threatRows({ system }: Design): readonly object[] {
  const { threats, controls } = system.security;
  const components = [
    ...system.deployables,
    ...system.stores,
    ...system.actors,
    ...system.contexts,
  ];
  return threats.map((threat) => ({
    name: threat.name,
    category: threat.category.replaceAll("-", " "),
    component: named([threat.component], components),
    description: threat.description,
    controls: listed(
      threat.controls.map((id) => named([id], controls)),
      "nothing yet",
    ),
  }));
}
