/** Keeps an element as high as it ever was at its width, so that fewer rows move nothing below. Also a `ref`. */
export function keepHeight(element: HTMLElement | null): (() => void) | undefined {
  if (!element) {
    return;
  }
  let width = 0;
  const observer = new ResizeObserver(() => {
    if (element.offsetWidth !== width) {
      width = element.offsetWidth;
      element.style.minHeight = "";
    }
    element.style.minHeight = `${element.offsetHeight}px`;
  });
  observer.observe(element);
  return () => observer.disconnect();
}
