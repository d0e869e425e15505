import { expect, test } from 'vitest';
import { findImpersonation } from '../../src/core/impersonation.ts';

const bundled = [
  { id: 'human-rights-sanctions', title: 'Human rights sanctions and Russia', publisher: 'Sidelight' },
];
const honest = { id: 'telegraph', title: 'The telegraph', publisher: 'A school in Bristol' };

test.each([
  [{}, undefined],
  [{ title: 'Human rights in Peru' }, undefined],
  [{ publisher: 'Side Street' }, undefined],
  [{ id: 'human-rights-sanctions' }, 'id'],
  [{ id: 'human-rights-sanctlons' }, 'id'],
  [{ title: 'Human rights sanctions and Russia' }, 'title'],
  [{ title: 'HUMAN RIGHTS — sanctions and Russia.' }, 'title'],
  [{ title: 'Нuman rights sanctiоns and Russia' }, 'title'],
  [{ title: 'Ηuman rights sanctiοns and Russia' }, 'title'],
  [{ title: 'Hurnan rights sanctions and Russia' }, 'title'],
  [{ publisher: 'Human rights sanctions and Russia' }, 'title'],
  [{ publisher: 'Sidelight' }, 'publisher'],
  [{ publisher: 'The Sidelight project' }, 'publisher'],
  [{ publisher: 'S i d e l i g h t' }, 'publisher'],
  [{ publisher: 'Sіdelіght' }, 'publisher'],
  [{ publisher: 'SideIight' }, 'publisher'],
  [{ publisher: 'Side1ight' }, 'publisher'],
  [{ publisher: 'Ｓｉｄｅｌｉｇｈｔ' }, 'publisher'],
  [{ publisher: 'Śidëlîght' }, 'publisher'],
  [{ title: 'Official Sidelight pack' }, 'publisher'],
  [{ publisher: 'Sɪᴅᴇʟɪɢʜᴛ' }, 'publisher'],
  [{ publisher: 'ꜱidelight' }, 'publisher'],
  [{ publisher: 'ꓢꓲꓓꓰꓡꓲꓖꓧꓔ' }, 'publisher'],
  [{ publisher: 'ᏚᎥꓓꓰꓡꓲꓖꓧꓔ' }, 'publisher'],
  [{ publisher: 'ᏚIDELIGHT' }, 'publisher'],
  [{ publisher: '𝕊𝕚𝕕𝕖𝕝𝕚𝕘𝕙𝕥' }, 'publisher'],
  [{ publisher: 'Ⓢⓘⓓⓔⓛⓘⓖⓗⓣ' }, 'publisher'],
  [{ publisher: 'S\u0336i\u0336d\u0336e\u0336l\u0336i\u0336g\u0336h\u0336t\u0336' }, 'publisher'],
])('P53 %j passes for our %s', (fields, what) => {
  expect(findImpersonation({ ...honest, ...fields }, bundled)).toBe(what);
});
