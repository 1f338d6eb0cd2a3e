import { splitLongAddress, WHOLE_SEARCH } from "@/lib/shared/long-address";
import { showToast } from "./toast";

const FRAME = "callboard-download";

/** Downloads what is at an address of the API, by POST where it is too long for GET; a refusal is said. */
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

/** Takes the reply: of a file it shows nothing, of a refusal what it says. */
function hiddenFrame(): HTMLIFrameElement {
  const found = document.querySelector<HTMLIFrameElement>(`iframe[name=${FRAME}]`);
  if (found) {
    return found;
  }
  const frame = document.createElement("iframe");
  Object.assign(frame, { name: FRAME, hidden: true, title: "Download" });
  frame.addEventListener("load", () => {
    const text = frame.contentDocument?.body.textContent ?? "";
    if (text !== "") {
      showToast(refusalIn(text), "bad");
    }
  });
  document.body.append(frame);
  return frame;
}

function refusalIn(text: string): string {
  try {
    return String(JSON.parse(text).error.message);
  } catch {
    return "The download failed. Try again.";
  }
}
