import assert from 'node:assert/strict';
import { test } from 'node:test';

import { cutInterface } from '../../../frontend/static/js/view/text.js';

for (const [name, short] of [
  ['GigabitEthernet0/1', 'Gi0/1'],
  ['TenGigabitEthernet1/0/1', 'Te1/0/1'],
  ['TwentyFiveGigE1/0/1', 'Twe1/0/1'],
  ['HundredGigE0/0/0/0', 'Hu0/0/0/0'],
  ['FastEthernet 2/0', 'Fa2/0'],
  ['Serial1/0/0:15', 'Se1/0/0:15'],
  ['GigabitEthernet', 'Giga…ernet'],
  ['uplink-to-core', 'upli…-core'],
  ['Ethernet0', 'Ethernet0'],
]) {
  test(`in ten characters ${name} is ${short}`, () => assert.equal(cutInterface(name, 10), short));
}
