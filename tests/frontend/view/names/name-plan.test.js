import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CommandStack } from '../../../../frontend/static/js/model/command-stack.js';
import * as make from '../../../../frontend/static/js/model/diagram.js';
import { setCableStyle } from '../../../../frontend/static/js/model/commands/cable-style.js';
import { moveItems } from '../../../../frontend/static/js/model/commands/positions/move.js';
import { nameInterface, renameItem, updateItems } from '../../../../frontend/static/js/model/commands/update.js';
import { captionCableInWhole } from '../../../../frontend/static/js/view/paint/interfaces.js';
import { captionNodesInWhole } from '../../../../frontend/static/js/view/paint/captions.js';
import { Scene } from '../../../../frontend/static/js/view/scene.js';
import { after, classroomModel } from '../../support/labs.js';
import { lookAtNames, plainRuler } from '../../support/overlaps.js';
import { classroomFrame, recordingContext, ruler } from '../../support/painting.js';
import { seededRandom } from '../../support/random.js';
import { randomCommands } from '../../support/random-commands.js';

const FAMILIES = { font: 'sans', mono: 'mono' };

function shown() {
  const model = classroomModel();
  const stack = new CommandStack(model);
  const scene = new Scene(model);
  stack.addEventListener('changed', (event) => scene.update(/** @type {CustomEvent} */ (event).detail));
  const names = () => scene.names(FAMILIES, plainRuler).interfacesOf([...model.links.values()]);
  return { model, stack, scene, names };
}

test('names keep still while something is moved elsewhere', () => {
  const { model, stack, scene, names } = shown();
  const before = names();

  scene.shift(['srv'], { x: 40, y: 300 });
  assert.deepEqual(names(), before);
  scene.settle();
  stack.execute(moveItems(model, ['srv'], { x: 40, y: 300 }));

  assert.ok(before.length > 0);
  assert.deepEqual(names(), before);
});

test('after any commands the names stand as if placed anew', () => {
  const { model, stack, names } = shown();
  const random = seededRandom(5);
  const next = randomCommands(model, random);

  for (let round = 0; round < 30; round++) {
    for (let done = 0; done < 3; done++) {
      stack.execute(next());
      if (random() < 0.3) stack.undo();
      names();
    }
    const links = [...model.links.values()];
    const fresh = new Scene(model).names(FAMILIES, plainRuler);
    assert.deepEqual(names(), fresh.interfacesOf(links));
    assert.deepEqual(lookAtNames(model.toJSON()).overlaps, []);
  }
});

test('two names under neighbours that would meet are shortened, the longer one first', () => {
  const model = classroomModel();
  const near = after(model, updateItems(model, ['pc'], { x: 160 }));
  const long = after(near, renameItem(near, 'r1', 'Router of the department'));

  const { overlaps } = lookAtNames(long.toJSON());
  const names = new Scene(long).names(FAMILIES, plainRuler);
  const [router, stack] = ['r1', 'pc'].map((id) => names.rowsOf(/** @type {any} */ (long.nodes.get(id))));

  assert.deepEqual(overlaps, []);
  assert.match(router.label?.text ?? '', /^Router?.*…$/);
  assert.equal(router.label?.whole, 'Router of the department');
  assert.ok((stack.label?.text.length ?? 0) >= 4);
});

test('of the gap between two tiles the longer name has so much that it is whole', () => {
  const nodes = [make.createDevice({ id: 'core', label: 'core', kind: 'switch', x: 0, y: 0, connections: [make.createConnection({ host: '10.0.0.2' })] }),
    make.createDevice({ id: 'phone', label: 'phone', kind: 'workstation', x: 141, y: 75 })];
  const links = [make.createLink('l', 'core', 'phone', { source: 'Gi2/0/5', target: 'Port 1' })];

  assert.deepEqual(lookAtNames({ ...make.emptyDiagram(), nodes, links }).shortened, []);
});

test('long names of devices and cables are whole where nothing is beside them', () => {
  const model = classroomModel();
  const [long, cable] = ['Etagenverteiler Obergeschoss 2 West', 'Gebäudeverbindung 10 Gbit/s'];
  const named = after(model, renameItem(model, 'srv', long));
  const far = after(named, updateItems(named, ['srv'], { x: 1000, y: 100 }));
  const scene = new Scene(after(far, setCableStyle(far, ['l3'], { name: cable })));
  const names = scene.names(FAMILIES, plainRuler);

  assert.equal(names.rowsOf(/** @type {any} */ (scene.model.nodes.get('srv'))).label?.text, long);
  assert.equal(names.ownNameOf(/** @type {any} */ (scene.model.links.get('l3')))?.text, cable);
});

test('what is shortened is written in whole where it is pointed at', () => {
  const model = classroomModel();
  const named = after(model, nameInterface(model, 'l1', 'source', 'GigabitEthernet0/0/1'));
  const long = after(named, renameItem(named, 'r1', 'The router of the whole department of networks'));
  const frame = classroomFrame(recordingContext().ctx, { scene: new Scene(long) });
  const texts = (/** @type {import('../../../../frontend/static/js/view/paint/captions.js').Captions[]} */ looks) =>
    looks.flatMap((look) => look.captions.map((caption) => caption.text));

  assert.deepEqual(texts(captionCableInWhole(frame, /** @type {any} */ (long.links.get('l1')), ruler)), ['GigabitEthernet0/0/1', 'eth0']);
  assert.deepEqual(texts(captionNodesInWhole(frame, [.../** @type {any} */ (long.nodes.values())], ruler)), ['The router of the whole department of networks']);
});
