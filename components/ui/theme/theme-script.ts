/** Where the choice of theme is kept; nothing there means the system's. */
export const THEME_KEY = "callboard-theme";

/** Runs inline in the head, before the first paint, so that the other theme never flashes. */
export const themeScript = `try{var t=localStorage.getItem("${THEME_KEY}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;
