import { existsSync } from "node:fs";
import axe from "axe-core";
import { chromium, type Browser } from "playwright-core";

const places = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** The browser that tests look through; undefined where this machine has none. */
export const browserPath = places.find((place) => place !== undefined && existsSync(place));

/** Said in the title of tests that are skipped. */
export const skipReason = browserPath === undefined ? " (skipped: no Chromium here; set CHROMIUM to its path)" : "";

export const openBrowser = (): Promise<Browser> => chromium.launch({ ...(browserPath !== undefined && { executablePath: browserPath }), args: ["--no-sandbox", "--disable-gpu"] });

/** The accessibility checker as a script for a page. */
export const axeScript: string = axe.source;
