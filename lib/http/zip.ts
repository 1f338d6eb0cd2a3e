import { strToU8, Zip, ZipDeflate } from "fflate";

/** A ZIP archive of texts as it is taken, file after file, all of them of one time of making. */
export function zipOf(files: readonly { name: string; text: string }[], madeAt: Date): ReadableStream<Uint8Array> {
  const waiting = [...files];
  let zip: Zip;
  return new ReadableStream({
    start(controller) {
      zip = new Zip((error, chunk, isFinal) => {
        if (error) {
          controller.error(error);
          return;
        }
        controller.enqueue(chunk);
        if (isFinal) {
          controller.close();
        }
      });
    },
    pull() {
      const file = waiting.shift();
      if (!file) {
        zip.end();
        return;
      }
      const entry = new ZipDeflate(safeName(file.name));
      entry.mtime = madeAt;
      zip.add(entry);
      entry.push(strToU8(file.text), true);
    },
  });
}

/** A name that stays in the folder that an archive is unpacked to. */
export function safeName(name: string): string {
  return name.replace(/[^\w.-]+/g, "-");
}
