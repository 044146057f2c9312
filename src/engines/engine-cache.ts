import type { Host } from "../host/host.ts";
import { digest } from "../util/digest.ts";

/** Length of a SHA-256 in hex. */
const DIGEST_LENGTH = 64;

/** A fresh data folder of an engine, kept so that it is not made again for every run. */
export interface EngineCache {
  /** `undefined` where there is none, or it is damaged. */
  read(): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** A cache that cannot be written is gone without. */
  write(content: Uint8Array): Promise<void>;
}

/**
 * A file in `GROUNDPLAN_CACHE`, or in the user's cache folder (XDG Base Directory Specification).
 * It begins with the digest of what follows; what does not match is not used.
 */
export function createEngineCache(host: Host, name: string): EngineCache {
  const folder = cacheFolder(host.env);
  if (folder === undefined) return { read: async () => undefined, write: async () => {} };
  const path = `${folder}/${name}`;
  return {
    async read() {
      const content = await host.files.read(path).catch(() => undefined);
      if (content === undefined) return undefined;
      const own = content.slice(DIGEST_LENGTH);
      const given = new TextDecoder().decode(content.subarray(0, DIGEST_LENGTH));
      return given === digest(own) ? own : undefined;
    },
    async write(content) {
      const sum = digest(content);
      const whole = new Uint8Array(DIGEST_LENGTH + content.length);
      whole.set(new TextEncoder().encode(sum));
      whole.set(content, DIGEST_LENGTH);
      // Two processes may do this at once: each has its own file until the last step.
      const temporary = `${path}.${sum.slice(0, 16)}.tmp`;
      try {
        await host.files.write(temporary, whole);
        await host.files.rename(temporary, path);
      } catch (error) {
        host.log.detail(`the cache ${path} could not be written: ${String(error)}`);
        await host.files.remove(temporary).catch(() => {});
      }
    },
  };
}

function cacheFolder(env: Host["env"]): string | undefined {
  const { GROUNDPLAN_CACHE: own, XDG_CACHE_HOME: shared, HOME: home } = env;
  if (own !== undefined) return own;
  if (shared !== undefined) return `${shared}/groundplan`;
  return home === undefined ? undefined : `${home}/.cache/groundplan`;
}
