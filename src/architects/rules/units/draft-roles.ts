import type { System } from "../../../design/design.ts";
import { toKebab } from "../../../util/naming.ts";
import type { DraftRequest } from "../../architect.ts";
import type { AcceptedLinks } from "../accepted-links.ts";
import { inheritedRoles } from "../inherited-roles.ts";
import { listed } from "../listed.ts";
import { permissionOf } from "../permission-of.ts";

/** A role per actor who calls; it may do what the text says it does, and what it gives to nobody. */
export function draftRoles(
  links: AcceptedLinks,
  accepted: DraftRequest["accepted"],
): Pick<System["auth"], "permissions" | "roles"> {
  const { domain, reading } = links;
  const granted = new Map<string, Set<string>>();
  const everybody = new Set<string>();
  for (const operation of domain.operations) {
    const entity = domain.entities.find(({ id }) => id === operation.entity);
    const permission = entity && permissionOf(operation, entity);
    if (permission === undefined) continue;
    if (!granted.has(permission)) granted.set(permission, new Set());
    for (const actor of operation.actors) granted.get(permission)?.add(actor);
    if (operation.actors.length === 0) everybody.add(permission);
  }
  const calling = new Set(
    domain.actors.filter(({ clients }) => clients.length > 0).map(({ name }) => name.toLowerCase()),
  );
  // What nobody in particular does is for people and partners, not for our own services.
  const serving = new Set(
    domain.actors
      .filter(({ kind, clients }) => kind === "external-system" && !clients.includes("partner"))
      .map(({ name }) => name.toLowerCase()),
  );
  const callers = accepted.system.actors.filter(
    ({ kind, name }) => kind === "person" || calling.has(name.toLowerCase()),
  );
  const planned = new Map(domain.actors.map(({ id, name }) => [id, name.toLowerCase()]));
  const permissions = [...granted.keys()].map((name) => ({
    id: toKebab(name),
    name,
    description: describe(name),
  }));
  const heirs = inheritedRoles(domain.actors, reading);
  const roles = callers.map(({ id, name }) => {
    const own = [...granted].filter(
      ([permission, actors]) =>
        (everybody.has(permission) && !serving.has(name.toLowerCase())) ||
        [...actors].some((actor) => actor === id || planned.get(actor) === name.toLowerCase()),
    );
    const inherited = [...(heirs.get(id) ?? [])].flatMap((role) => planned.get(role) ?? []);
    return {
      id,
      name,
      description: `What ${article(name)} may do${inherited.length === 0 ? "" : `, with all that ${listed(inherited.map(article))} may`}.`,
      actors: [id],
      permissions: own.map(([permission]) => toKebab(permission)),
    };
  });
  const held = new Set(roles.flatMap(({ permissions: all }) => all));
  const orphans = permissions.filter(({ id }) => !held.has(id)).map(({ id }) => id);
  if (orphans.length === 0) return { permissions, roles };
  const [first, ...others] = roles;
  if (first !== undefined)
    return {
      permissions,
      roles: [{ ...first, permissions: [...first.permissions, ...orphans] }, ...others],
    };
  const member = {
    id: "member",
    name: "Member",
    description: "Everybody who has an account.",
    actors: [],
    permissions: orphans,
  };
  return { permissions, roles: [member] };
}

function article(name: string): string {
  return `${/^(?:[aeio]|u(?!ser|ni|se|til))/i.test(name) ? "an" : "a"} ${name.toLowerCase()}`;
}

function describe(permission: string): string {
  const [resource = "", action = ""] = permission.split(":");
  const things = resource.replaceAll("-", " ");
  if (action === "read") return `See ${things}.`;
  if (action === "write") return `Create and change ${things}.`;
  return `${action.charAt(0).toUpperCase()}${action.slice(1).replaceAll("-", " ")} ${things}.`;
}
