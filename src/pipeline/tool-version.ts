import type { Assets } from "../host/host.ts";

/** The version of this groundplan. */
export async function toolVersion(assets: Assets): Promise<string> {
  const manifest: unknown = JSON.parse((await assets.read("package.json")) ?? "{}");
  const version =
    typeof manifest === "object" && manifest !== null && "version" in manifest
      ? manifest.version
      : undefined;
  return typeof version === "string" ? version : "0.0.0";
}
