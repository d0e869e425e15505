/** The work's outcome, or a rejection that says what is wrong once the limit is over; the work itself goes on. */
export async function within<T>(limitMs: number, work: Promise<T>, what = 'it goes on'): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what}: no end within ${Math.round(limitMs / 1000)} s`)),
      limitMs,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
