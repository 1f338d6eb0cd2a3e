"use client";

interface Picture {
  /** The element to be drawn; what is marked `data-no-picture` in it is left out. */
  element: HTMLElement;
  /** Said at its foot: range, filters, time zone. */
  caption: string;
  fileName: string;
}

/** Twice the screen's pixels: sharp on paper and in slides. */
const PIXEL_RATIO = 2;

/**
 * Saves a part of the page as a PNG in the theme that is shown. What is drawn is a copy outside of the window, so that
 * nothing on the screen moves. @throws where the browser refuses to draw it.
 */
export async function savePicture({ element, caption, fileName }: Picture): Promise<void> {
  const { toBlob } = await import("html-to-image");
  const copy = copyOf(element, caption);
  try {
    const background = getComputedStyle(element).backgroundColor;
    const blob = await toBlob(copy, { pixelRatio: PIXEL_RATIO, backgroundColor: background, skipFonts: true });
    if (!blob) {
      throw new Error("The browser drew nothing.");
    }
    download(blob, fileName);
  } finally {
    copy.parentElement?.remove();
  }
}

function copyOf(element: HTMLElement, caption: string): HTMLElement {
  const copy = element.cloneNode(true) as HTMLElement;
  keepLetters(element, copy);
  for (const left of copy.querySelectorAll("[data-no-picture]")) {
    left.remove();
  }
  const foot = document.createElement("p");
  foot.textContent = caption;
  foot.style.cssText = "padding:0 14px 10px;color:var(--ink-3);font-size:var(--t-xs)";
  copy.append(foot);
  const box = document.createElement("div");
  box.inert = true;
  box.style.cssText = `position:fixed;top:0;left:-100000px;width:${element.offsetWidth}px`;
  box.append(copy);
  document.body.append(box);
  return copy;
}

/** The library leaves letters of drawings without the style sheet's: they bear it themselves. */
function keepLetters(element: HTMLElement, copy: HTMLElement): void {
  const letters = [...copy.querySelectorAll<SVGTextElement>("svg text, svg tspan")];
  element.querySelectorAll<SVGTextElement>("svg text, svg tspan").forEach((original, index) => {
    const { fill, fontSize, fontWeight, fontFamily } = getComputedStyle(original);
    Object.assign(letters[index]?.style ?? {}, { fill, fontSize, fontWeight, fontFamily });
  });
}

function download(blob: Blob, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
