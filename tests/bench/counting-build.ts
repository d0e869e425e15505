import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { inProject } from '../../src/cli/project.ts';
import type { Session } from '../../src/cli/session.ts';

/** A copy of the built extension that counts every unit of the page's text that it reads. */
export function buildThatCountsReading(): string {
  const dir = mkdtempSync(join(tmpdir(), 'counting-'));
  cpSync(inProject('dist', 'chrome'), dir, { recursive: true });
  const file = join(dir, 'content', 'first-look.js');
  writeFileSync(file, `(${countReading})();\n${readFileSync(file, 'utf8')}`);
  return dir;
}

function countReading(): void {
  const count = { units: 0 };
  Object.assign(globalThis, { unitsReadForBench: count });
  const data = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data');
  Object.defineProperty(CharacterData.prototype, 'data', {
    configurable: true,
    get(this: Text) {
      const text: string = data?.get?.call(this) ?? '';
      count.units += text.length;
      return text;
    },
  });
}

/** Units read so far in a page of such a build. */
export async function readUnitsRead(session: Session, page: Page): Promise<number> {
  const [answer] = await session.inContent(
    page,
    () => (globalThis as unknown as { unitsReadForBench: { units: number } }).unitsReadForBench.units,
  );
  return answer?.result ?? Number.NaN;
}
