import { expect, test } from 'vitest';
import { visibleText } from '../../src/cli/visible-text.ts';

test.each([
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['<p>a <i>na</i>me\n  over\tlines</p>', 'a name over lines'],
  ['one<br>two', 'one\ntwo'],
  ['<ul><li>one<li>two</ul>', 'one\n\ntwo'],
  ['a&nbsp;b &amp; c', 'a\u00a0b & c'],
  ['<style>x</style><textarea>y</textarea><pre>z</pre><span hidden>q</span>w', 'w'],
  ['<p style="display: none">no</p><p aria-hidden="true">no</p><p contenteditable="">no</p>yes', 'yes'],
])('%s', (html, text) => expect(visibleText(html)).toBe(text));
