/**
 * Keeps an element as high as it ever was at its width, so that fewer rows move nothing below. Also a `ref`. For what its
 * neighbours do not stretch: two that hold each other up would never come down again.
 */
export function keepHeight(element: HTMLElement | null): (() => void) | undefined {
  if (!element) {
    return;
  }
  const least = element.style.minHeight;
  let width = 0;
  const observer = new ResizeObserver(() => {
    if (element.offsetWidth !== width) {
      width = element.offsetWidth;
      element.style.minHeight = least;
    }
    element.style.minHeight = `${element.offsetHeight}px`;
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    element.style.minHeight = least;
  };
}
