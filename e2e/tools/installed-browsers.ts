import { posix, win32 } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_APPS = ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome"];
const WINDOWS_APPS = ["Chromium\\Application\\chrome.exe", "Google\\Chrome\\Application\\chrome.exe"];

type Environment = Record<string, string | undefined>;

/** Where an installed Chromium or Chrome may lie, the likeliest first. Nothing is looked up. */
export function listInstalledBrowsers(platform: NodeJS.Platform, environment: Environment): string[] {
  if (platform === "win32") {
    const folders = [environment.PROGRAMFILES, environment["PROGRAMFILES(X86)"], environment.LOCALAPPDATA];
    return combine(WINDOWS_APPS, folders, win32.join);
  }
  const onPath = combine(NAMES, (environment.PATH ?? "").split(":"), posix.join);
  if (platform !== "darwin") return onPath;
  const home = environment.HOME && posix.join(environment.HOME, "Applications");
  return [...onPath, ...combine(MAC_APPS, ["/Applications", home], posix.join)];
}

function combine(names: string[], folders: (string | undefined)[], join: (folder: string, name: string) => string) {
  return names.flatMap((name) => folders.flatMap((folder) => (folder ? [join(folder, name)] : [])));
}
