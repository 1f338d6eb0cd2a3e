/** Runs once when the server starts: checks the environment, opens the store, begins to copy. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startServer } = await import("@/lib/start");
    await startServer();
  }
}
