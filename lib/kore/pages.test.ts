import { describe, expect, it } from "vitest";
import { type PagesOptions, readPages } from "./pages";

/** Reads a window that holds so many rows, numbered in order, and tells which pages were asked for. */
async function read(rows: number, options: PagesOptions<number> = {}, offsetsAreRecords = false) {
  const asked: number[] = [];
  const reply = await readPages<number>(async (page) => {
    asked.push(page);
    const first = page * (offsetsAreRecords ? 1 : 100);
    const count = Math.max(0, Math.min(100, rows - first));
    const items = Array.from({ length: count }, (_, index) => ({ key: `${first + index}`, value: first + index }));
    return { items, numResults: null };
  }, options);
  return { ...reply, asked };
}

const always = () => true;

describe("a window that may hold too much", () => {
  it("is given up after its last page is full, when its first rows crowd", async () => {
    const reply = await read(3000, { isCrowded: always });
    expect(reply).toMatchObject({ isFull: true, pages: 2, asked: [0, 10] });
    expect(reply.values).toHaveLength(200);
  });

  it("is read to its end where its last page is not full, and each page is asked for once", async () => {
    const reply = await read(1050, { isCrowded: always });
    expect(reply).toMatchObject({ isFull: false, pages: 11 });
    expect(reply.asked.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(reply.values.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1050 }, (_, row) => row));
  });

  it("costs one request more where its last page is empty", async () => {
    expect(await read(250, { isCrowded: always })).toMatchObject({ isFull: false, pages: 4, asked: [0, 10, 1, 2] });
  });

  it("is looked at from its last page where that is feared from the start", async () => {
    expect(await read(3000, { startsWithLast: true })).toMatchObject({ isFull: true, asked: [10] });
    expect(await read(150, { startsWithLast: true })).toMatchObject({ isFull: false, asked: [10, 0, 1] });
  });

  it("is judged by its first page and the last one that is sure before the others are asked for", async () => {
    expect(await read(3000, { expectedRows: 800, isCrowded: always })).toMatchObject({
      isFull: true,
      asked: [0, 4, 10],
    });
    const reply = await read(820, { expectedRows: 800, isCrowded: () => false });
    expect(reply).toMatchObject({ isFull: false, asked: [0, 4, 1, 2, 3, 5, 6, 7, 8] });
  });

  it("is known for one in which offsets count records, also by its last page", async () => {
    expect(await read(3000, { isCrowded: always }, true)).toMatchObject({ isFull: true, repeatsPages: true });
  });

  it("is never one that holds exactly what can be reached less one row, and always one that fills it", async () => {
    expect(await read(1099)).toMatchObject({ isFull: false, pages: 11 });
    expect(await read(1100)).toMatchObject({ isFull: true, pages: 11 });
  });
});
