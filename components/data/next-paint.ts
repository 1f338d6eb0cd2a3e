/** Resolves once what has come by now is painted. */
export async function nextPaint(): Promise<void> {
  // A frame's callbacks run before its paint, and what came may be drawn only for the frame after.
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}
