import { splitLongAddress, WHOLE_SEARCH } from "@/lib/shared/long-address";
import { showToast } from "./toast";

/** After so long a frame is removed: no reply takes longer to begin. */
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

/** Takes one reply: a file loads nothing into it, a refusal its message, a failed connection an error page. */
function hiddenFrame(): HTMLIFrameElement {
  frames += 1;
  const frame = document.createElement("iframe");
  Object.assign(frame, { name: `callboard-download-${frames}`, hidden: true, title: "Download" });
  document.body.append(frame);
  frame.addEventListener("load", () => {
    // The empty frame itself; a browser's own error page has no document that may be read.
    if (frame.contentDocument?.URL === "about:blank") {
      return;
    }
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
