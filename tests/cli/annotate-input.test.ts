import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readJsonLines, readTextFile } from '../../src/cli/annotate-input.ts';

const dir = await mkdtemp(join(tmpdir(), 'annotate-'));
const file = async (name: string, content: string | Uint8Array) => {
  const path = join(dir, name);
  await writeFile(path, content);
  return path;
};

describe('files', () => {
  test('a text is given as it is', async () => {
    expect((await readTextFile(await file('a.txt', '\ufeffA\r\nb'))).text).toBe('\ufeffA\r\nb');
  });

  test('of HTML, the visible text', async () => {
    const html =
      '<p>One <b>na</b>me<br>here</p><script>no</script><div hidden>no</div><p>Two</p><code>no</code>';
    expect((await readTextFile(await file('a.html', html))).text).toBe('One name\nhere\n\nTwo');
    expect((await readTextFile(await file('b', `<!doctype html>${html}`))).text).toBe(
      'One name\nhere\n\nTwo',
    );
  });

  test('what is no text is refused by name', async () => {
    const binary = await file('a.bin', new Uint8Array([1, 0, 2]));
    await expect(readTextFile(binary)).rejects.toThrow(`${binary}: is not a text file`);
    const latin = await file('b.txt', new Uint8Array([0x41, 0xe9, 0x41]));
    await expect(readTextFile(latin)).rejects.toThrow(`${latin}: is not text in UTF-8`);
    await expect(readTextFile('/nowhere.txt')).rejects.toThrow('/nowhere.txt: there is no such file');
    await expect(readTextFile(dir)).rejects.toThrow('is a folder');
  });
});

describe('lines of JSON', () => {
  test('other keys and empty lines are ignored', () => {
    const lines = '{"id":1,"text":"a","more":[]}\n\n{"id":"b","text":""}\r\n';
    expect(readJsonLines(lines)).toEqual([
      { id: 1, text: 'a' },
      { id: 'b', text: '' },
    ]);
  });

  test('a byte order mark, ends of line as Windows has them and repeated ids are taken as they come', () => {
    const lines = '\ufeff{"id":1,"text":"a\\r\\n"}\r\n\r\n{"id":1,"text":"\\ud800"}\r\n';
    expect(readJsonLines(lines)).toEqual([
      { id: 1, text: 'a\r\n' },
      { id: 1, text: '\ud800' },
    ]);
    expect(readJsonLines('')).toEqual([]);
  });

  test('what is wrong is said in one line, whatever the input holds', () => {
    expect(() => readJsonLines('{"id":1,\r\u2028}')).toThrow(/^standard input, line 1: not valid JSON .*$/);
  });

  test.each([
    ['{"id":1,"text":"a"}\n{"id":', 'line 2: not valid JSON'],
    ['[]', 'line 1: "id" is missing'],
    ['7', 'line 1: must be'],
    ['{"text":"a"}', 'line 1: "id" is missing'],
    ['{"id":1}', 'line 1: "text" is missing'],
    ['{"id":1,"text":null}', 'line 1: "text" is missing'],
    ['{"id":null,"text":"a"}', 'line 1: "id" is missing'],
    ['null', 'line 1: must be'],
    ['{"id":1,"text":"a"} {}', 'line 1: not valid JSON'],
  ])('%s', (lines, message) => expect(() => readJsonLines(lines)).toThrow(message));
});
