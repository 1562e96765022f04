import assert from 'node:assert/strict';
import { test } from 'node:test';

import { countCopies, listOf, modeOf, nameCopies, readColumn, valuesNow } from '../../../frontend/static/js/model/copies.js';
import { dropParameter, setCopies } from '../../../frontend/static/js/model/commands/copies.js';
import { updateConnection } from '../../../frontend/static/js/model/commands/connections.js';
import { updateItems } from '../../../frontend/static/js/model/commands/update.js';
import { createConnection, createDevice } from '../../../frontend/static/js/model/diagram.js';
import { after, classroomModel } from '../support/labs.js';

/** @typedef {import('../../../frontend/static/js/model/diagram.js').Connection} Connection */
/** @typedef {import('../../../frontend/static/js/model/diagram.js').Device} Device */

/**
 * @param {import('../../../frontend/static/js/model/diagram-model.js').DiagramModel} model
 * @returns {Device}
 */
function pcs(model) {
  return /** @type {Device} */ (model.nodes.get('pc'));
}

test('where nothing is said a host counts and all else is the same; a placeholder counts in any case', () => {
  const connection = createConnection({ host: '10.0.0.1', port: '{n+2000}', parameters: { username: 'a1' }, copies: { username: ['x'] } });

  assert.deepEqual(['hostname', 'port', 'domain', 'username'].map((name) => modeOf(connection, name)), ['counts', 'counts', 'same', 'listed']);
  assert.equal(modeOf({ ...connection, copies: { hostname: 'same' } }, 'hostname'), 'same');
  assert.deepEqual([listOf(connection, 'username'), listOf(connection, 'hostname')], [['x'], []]);
});

test('the copies of a pod are counted and named pod after pod, by the numbers of the pods', () => {
  const roster = [{ username: 'ann', password: null, pod: 7 }, { username: 'bob', password: null, pod: 3 }];
  const model = after(classroomModel(), updateItems(classroomModel(), ['students'], { roster }));
  const device = { ...pcs(model), count: 2 };

  assert.equal(countCopies(model, device), 4);
  assert.deepEqual(nameCopies(model, device, 9), ['PC09 (bob)', 'PC10 (bob)', 'PC09 (ann)', 'PC10 (ann)']);
  assert.deepEqual(nameCopies(model, device, 1), ['PC09 (bob)']);
});

for (const [title, fields, name, expected] of /** @type {[string, Partial<Connection>, string, string[]][]} */ ([
  ['a host that counts', { host: '10.0.0.9' }, 'hostname', ['10.0.0.9', '10.0.0.10', '10.0.0.11']],
  ['a host that stays', { host: '10.0.0.9', copies: { hostname: 'same' } }, 'hostname', ['10.0.0.9', '10.0.0.9', '10.0.0.9']],
  ['a placeholder, from the number in the name on', { port: '22{n:02}' }, 'port', ['2205', '2206', '2207']],
  ['a parameter', { parameters: { username: 'root' } }, 'username', ['root', 'root', 'root']],
  ['nothing', {}, 'port', []],
  ['the number of a pod, which nobody can list here', { host: '10.0.{pod}.1' }, 'hostname', []],
])) {
  test(`a list begins with what the copies have now: ${title}`, () => {
    const device = createDevice({ id: 'd', label: 'R5', count: 3 });

    assert.deepEqual(valuesNow(device, createConnection(fields), name, 3), expected);
  });
}

test('a column has one value a line, of a table the first cell, and a begun line has none yet', () => {
  assert.deepEqual(readColumn('a\r\nb\tx\n\n'), ['a', 'b', '', '']);
  assert.deepEqual(readColumn(''), []);
});

test('a list is one step with its first value as the text, and undone it is as before', () => {
  const model = classroomModel();
  const command = setCopies(model, 'pc', 0, 'hostname', ['h7', 'h8']);

  const [connection] = pcs(after(model, command)).connections;
  assert.deepEqual([connection.host, connection.copies], ['h7', { hostname: ['h7', 'h8'] }]);
  const [still] = pcs(after(classroomModel(), setCopies(classroomModel(), 'pc', 0, 'port', 'counts'))).connections;
  assert.deepEqual([still.host, still.copies], ['10.0.10.109', { port: 'counts' }]);
});

test('a parameter that is removed takes along what is said of its copies', () => {
  const fields = { parameters: { username: 'a', password: 'b' }, copies: { password: ['b', 'c'] } };
  const model = after(classroomModel(), updateConnection(classroomModel(), 'pc', 0, fields));

  const [connection] = pcs(after(model, dropParameter(model, 'pc', 0, 'password'))).connections;
  assert.deepEqual([connection.parameters, connection.copies], [{ username: 'a' }, {}]);
});
