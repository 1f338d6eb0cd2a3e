import { splitLongAddress, WHOLE_SEARCH } from "@/lib/shared/long-address";
import { showToast } from "./toast";

/** A frame is taken away so long after its reply would have come at the latest. */
const FRAME_MS = 600_000;
let frames = 0;

/** Downloads what is at an address of the API; by POST where it is too long for GET, and then a refusal is said. */
export function download(href: string): void {
  const long = splitLongAddress(href);
  if (long) {
    submit(long.path, long.search);
    return;
  }
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  link.click();
}

/** A form rather than fetch: the browser writes the file as it comes, however long it is. */
function submit(path: string, search: string): void {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action: path, target: hiddenFrame().name });
  const input = document.createElement("input");
  Object.assign(input, { type: "hidden", name: WHOLE_SEARCH, value: search });
  form.append(input);
  document.body.append(form);
  form.submit();
  form.remove();
}

/** Takes one reply: of a file it shows nothing, of a refusal what it says, of no reply a page of the browser's. */
function hiddenFrame(): HTMLIFrameElement {
  frames += 1;
  const frame = document.createElement("iframe");
  Object.assign(frame, { name: `callboard-download-${frames}`, hidden: true, title: "Download" });
  document.body.append(frame);
  // An empty frame has loaded by now.
  frame.addEventListener("load", () => {
    showToast(refusalIn(frame.contentDocument?.body.textContent ?? ""), "bad");
    frame.remove();
  });
  setTimeout(() => frame.remove(), FRAME_MS);
  return frame;
}

function refusalIn(text: string): string {
  try {
    return String(JSON.parse(text).error.message);
  } catch {
    return "The download failed. Try again.";
  }
}
