/**
 * The only road by which the diagram changes.
 *
 * `execute(command)` makes the changes of a command and remembers them; `undo()` and `redo()` go back and forth.
 * One gesture is one command and so one step. Commands in a row that bear the same `mergeKey` become one step
 * (a burst of nudges, typing in one field), until `seal()` is called, another command comes between, or
 * more than `MERGE_MILLISECONDS` pass. After each of these the stack dispatches `changed`, a CustomEvent whose
 * `detail` is the set of ids that changed; the title and the settings go by the ids `title` and `settings`.
 * A listener may read the model, but not change it: a nested `execute` throws.
 */

import { invert, join } from './changes.js';

/** @typedef {import('./changes.js').Command} Command */
/** @typedef {import('./changes.js').Change} Change */
/** @typedef {import('./diagram-model.js').DiagramModel} DiagramModel */

const MERGE_MILLISECONDS = 1000;

export class CommandStack extends EventTarget {
  #model;
  #now;
  /** @type {Command[]} */
  #done = [];
  /** @type {Command[]} */
  #undone = [];
  #busy = false;
  #sealed = true;
  #lastAt = 0;

  /**
   * @param {DiagramModel} model
   * @param {() => number} [now] The time in milliseconds; without it time stands still.
   */
  constructor(model, now = () => 0) {
    super();
    this.#model = model;
    this.#now = now;
  }

  get canUndo() {
    return this.#done.length > 0;
  }

  get canRedo() {
    return this.#undone.length > 0;
  }

  /** The label of the step that `undo` would take back, or null. */
  get undoLabel() {
    return this.#done.at(-1)?.label ?? null;
  }

  /** The label of the step that `redo` would make again, or null. */
  get redoLabel() {
    return this.#undone.at(-1)?.label ?? null;
  }

  /**
   * Make *command* and remember it. A command without changes is not remembered.
   * @param {Command} command
   */
  execute(command) {
    if (command.changes.length === 0) return;
    this.#perform(command.changes, () => {
      this.#undone = [];
      this.#remember(command);
    });
  }

  /** Take back the last step, if there is one. */
  undo() {
    const command = this.#done.at(-1);
    if (!command) return;
    this.#perform(invert(command.changes), () => {
      this.#done.pop();
      this.#undone.push(command);
      this.#sealed = true;
    });
  }

  /** Make the step again that was taken back last, if there is one. */
  redo() {
    const command = this.#undone.at(-1);
    if (!command) return;
    this.#perform(command.changes, () => {
      this.#undone.pop();
      this.#done.push(command);
      this.#sealed = true;
    });
  }

  /** Let the next command be a step of its own, whatever its merge key. */
  seal() {
    this.#sealed = true;
  }

  /**
   * @param {readonly Change[]} changes
   * @param {() => void} record
   */
  #perform(changes, record) {
    if (this.#busy) throw new Error('A command may not be executed while another one is being made');
    this.#busy = true;
    try {
      this.#model.apply(changes);
      record();
      this.dispatchEvent(new CustomEvent('changed', { detail: new Set(changes.map((change) => change.id)) }));
    } finally {
      this.#busy = false;
    }
  }

  /** @param {Command} command */
  #remember(command) {
    const now = this.#now();
    const last = this.#done.at(-1);
    const joined = last && this.#mayJoin(last, command, now) ? join(last.changes, command.changes) : null;
    if (joined) this.#done[this.#done.length - 1] = { ...command, changes: joined };
    else this.#done.push(command);
    this.#sealed = false;
    this.#lastAt = now;
  }

  /**
   * @param {Command} last
   * @param {Command} command
   * @param {number} now
   */
  #mayJoin(last, command, now) {
    if (this.#sealed || command.mergeKey === undefined) return false;
    return last.mergeKey === command.mergeKey && now - this.#lastAt <= MERGE_MILLISECONDS;
  }
}
