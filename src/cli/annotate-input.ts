import { readFile } from 'node:fs/promises';
import { PlainError } from './project.ts';

/** A text to annotate; `id` names it in what is printed. */
export interface InputText {
  readonly id: string | number;
  readonly text: string;
}

/** The text of a file; of an HTML file, its visible text. Throws a PlainError for what is no text. */
export async function readTextFile(path: string): Promise<InputText> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new PlainError(`${path}: ${fileFaults[error.code ?? ''] ?? `cannot be read (${error.code})`}`);
  });
  const text = decode(bytes, path);
  if (!isHtml(path, text)) return { id: path, text };
  // Loaded only for HTML, since it takes longer than everything else.
  const { visibleText } = await import('./visible-text.ts');
  return { id: path, text: visibleText(text) };
}

const fileFaults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read',
};

/** The text of bytes in UTF-8; throws a PlainError for anything else. */
export function decode(bytes: Uint8Array, name: string): string {
  if (bytes.includes(0)) throw new PlainError(`${name}: is not a text file`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PlainError(`${name}: is not text in UTF-8`);
  }
}

function isHtml(path: string, text: string): boolean {
  return /\.x?html?$/i.test(path) || /^\s*(?:<!doctype html|<html[\s>])/i.test(text.slice(0, 500));
}

/** The records of lines of JSON with `id` and `text`; other keys are ignored. Throws a PlainError with the line. */
export function readJsonLines(lines: string): readonly InputText[] {
  return lines
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [readRecord(line, at + 1)]));
}

function readRecord(line: string, number: number): InputText {
  const where = `standard input, line ${number}`;
  const record = parse(line, where);
  if (typeof record !== 'object' || record === null) throw new PlainError(`${where}: must be {"id", "text"}`);
  const { id, text } = record as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') throw new PlainError(`${where}: "id" is missing`);
  if (typeof text !== 'string') throw new PlainError(`${where}: "text" is missing or not text`);
  return { id, text };
}

function parse(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error).replace(/\s+/g, ' ');
    throw new PlainError(`${where}: not valid JSON (${reason})`);
  }
}
