import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Packages = Readonly<Record<string, LockedPackage>>;

// `node scripts/complete-lock.ts`, after a change of dependencies. npm leaves the native packages
// of other platforms out of the lock where it did not get them, and `npm ci` then refuses the lock.
// This adds what their dependents ask for by exact version.
completeLock(join(import.meta.dirname, "../package-lock.json"));

function completeLock(path: string): void {
  const lock = JSON.parse(readFileSync(path, "utf8")) as { packages: Packages };
  const before = Object.keys(lock.packages).length;
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).flatMap(([place, found]) => [
      [place, found],
      ...findMissing(lock.packages, place, found),
    ]),
  );
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${Object.keys(lock.packages).length - before} packages added to the lock`);
}

function findMissing(packages: Packages, place: string, dependent: LockedPackage) {
  const { dev = false, optionalDependencies = {} } = dependent;
  return Object.entries(optionalDependencies)
    .filter(([name, range]) => /^\d/.test(range) && findLocked(packages, place, name) !== range)
    .map(([name, version]): [string, LockedPackage] => [
      `${place}/node_modules/${name}`,
      { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true },
    ]);
}

/** The version that Node would find: below the dependent, then upwards. */
function findLocked(packages: Packages, place: string, name: string): string | undefined {
  const below = packages[`${place}/node_modules/${name}`];
  if (below !== undefined) return below.version;
  const cut = place.lastIndexOf("/node_modules/");
  if (cut >= 0) return findLocked(packages, place.slice(0, cut), name);
  return packages[`node_modules/${name}`]?.version;
}

/** `@x/binding-linux-arm64-musl`: the convention of native packages names their platform. */
function platformOf(name: string): Readonly<Record<string, readonly string[]>> {
  const [os, cpu, abi] = name.replace(/^.*\/(binding-)?/, "").split("-");
  if (os === undefined || cpu === undefined) throw new Error(`${name} names no platform`);
  const platform = { cpu: [cpu], os: [os] };
  if (os !== "linux" || abi === undefined) return platform;
  return { ...platform, libc: [abi.startsWith("musl") ? "musl" : "glibc"] };
}
