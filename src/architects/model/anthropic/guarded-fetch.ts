export interface GuardOptions {
  readonly fetch: typeof fetch;
  /** Milliseconds without a byte after which a response is given up. */
  readonly idleMs: number;
  /** Longest wait in milliseconds that a server may ask for before it is asked again. */
  readonly maxRetryAfterMs: number;
}

/**
 * A fetch that never hangs: the SDK's own time-out ends when the headers arrive, and it obeys any
 * `Retry-After` to the letter. Watches bytes, so that a slow stream with pings goes on.
 */
export function guardedFetch({ fetch, idleMs, maxRetryAfterMs }: GuardOptions): typeof fetch {
  return async function guarded(url, init) {
    const response = await fetch(url, init);
    if (!response.ok) return withBoundedRetry(response, maxRetryAfterMs);
    if (response.body === null) return response;
    const { status, headers } = response;
    return new Response(withIdleLimit(response.body, idleMs), { status, headers });
  };
}

async function withBoundedRetry(response: Response, maxRetryAfterMs: number): Promise<Response> {
  const text = await response.text();
  const headers = new Headers(response.headers);
  // A spent budget does not come back within any wait that makes sense.
  const isSpent = text.includes("enforced_spend_limit_reached");
  if (isSpent || requestedWait(headers) > maxRetryAfterMs) headers.set("x-should-retry", "false");
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(text, { status: response.status, headers });
}

/** Milliseconds; 0 where the server does not say. */
function requestedWait(headers: Headers): number {
  const milliseconds = Number(headers.get("retry-after-ms") ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return milliseconds;
  const text = headers.get("retry-after");
  if (text === null) return 0;
  const seconds = Number(text);
  // An HTTP date cannot be compared without a clock: too long, to be on the safe side.
  return Number.isFinite(seconds) ? seconds * 1000 : Number.POSITIVE_INFINITY;
}

function withIdleLimit(
  body: ReadableStream<Uint8Array>,
  idleMs: number,
): ReadableStream<Uint8Array> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  function arm(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      controller.abort(new Error(`the server sent nothing for ${idleMs} ms`));
    }, idleMs);
  }
  arm();
  const watch = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      arm();
      out.enqueue(chunk);
    },
    flush() {
      clearTimeout(timer);
    },
  });
  const guarded = body.pipeThrough(watch, { signal: controller.signal });
  const reader = guarded.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(out) {
      try {
        const { done, value } = await reader.read();
        if (done) out.close();
        else out.enqueue(value);
      } catch (error) {
        clearTimeout(timer);
        throw error;
      }
    },
    async cancel(reason) {
      clearTimeout(timer);
      await reader.cancel(reason);
    },
  });
}
