/** What a promise gives, or `"late"` where it takes longer; the promise itself goes on. */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | "late"> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    // Whoever stopped waiting does not hear of a later failure.
    promise.catch(() => {});
  }
}
