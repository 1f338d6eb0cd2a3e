/**
 * The metrics of Overview's tiles, in the order of urgency, and so of the dataset that has them over time; the first is
 * on the main chart unless another is chosen.
 */
export const TILE_METRICS = [
  "conversations",
  "serviceLevel",
  "queueAbandonRate",
  "waitSecondsAverage",
  "handleSecondsAverage",
  "containmentRate",
  "callbackAcceptRate",
] as const;
