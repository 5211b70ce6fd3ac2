import { watch } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { AssessmentFolder } from "#cli/assessment-folder";
import { UsageProblem } from "#cli/problem";
import { folderPage, problemPage, reportPage } from "#cli/served-pages";

/** A running server of reports. */
export interface ReportServer {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the reports of a folder on the loopback interface only; a page is told when a file under it was saved. */
export async function serveReports(folder: AssessmentFolder, port: number): Promise<ReportServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => answer(folder, listeners, { request, response }));
  await listen(server, port);
  const { port: actual } = addressOf(server);
  const watcher = watch(folder.root, { recursive: true }, debounced(() => announce(listeners)));
  return {
    address: `http://127.0.0.1:${actual}/`,
    close: async () => {
      watcher.close();
      for (const listener of listeners) listener.end();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const refusals: ReadonlyMap<string, string> = new Map([
  ["EADDRINUSE", "is taken"],
  ["EACCES", "may not be used"],
]);

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(refusals.has(error.code ?? "") ? new UsageProblem(`Port ${port} ${refusals.get(error.code ?? "")}; choose another with --port.`) : error));
    server.listen(port, "127.0.0.1", () => resolve());
  });
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no address.");
  return address;
}

/** Editors save in several steps; one change is announced for all that happens within a moment. */
function debounced(act: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, 80);
  };
}

const announce = (listeners: ReadonlySet<ServerResponse>): void => {
  for (const listener of listeners) listener.write("data: saved\n\n");
};

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function answer(folder: AssessmentFolder, listeners: Set<ServerResponse>, { request, response }: Exchange): void {
  const path = decoded(new URL(request.url ?? "/", "http://127.0.0.1").pathname);
  if (!isLocal(request)) return send(response, 403, problemPage("This page is served to this machine only."));
  if (path === "/events") return subscribe(listeners, response);
  if (path === "/") return send(response, 200, folderPage(folder));
  const file = path?.startsWith("/report/") ? folder.fileOf(path.slice("/report/".length)) : undefined;
  if (path === undefined || file === undefined) return send(response, 404, problemPage("There is no such report in this folder."));
  send(response, 200, reportPage(file, path.slice("/report/".length)));
}

/** A page of another site must not read reports through a name that it made point here. */
const isLocal = ({ headers }: IncomingMessage): boolean => /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/u.test(headers.host ?? "");

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function subscribe(listeners: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": listening\n\n");
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}

function send(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff" });
  response.end(page);
}
