/** What all panels work with, in one object that the editor makes. */

/** @typedef {import('../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../model/command-stack.js').CommandStack} CommandStack */
/** @typedef {import('../model/selection.js').Selection} Selection */
/** @typedef {import('../util/ids.js').NewId} NewId */

/**
 * @typedef {object} ParameterSpec What the catalogue says about one parameter of a protocol.
 * @property {string} name
 * @property {string} kind `string`, `multiline`, `boolean`, `integer`, `port`, `enum` or `timezone`.
 * @property {string[]} options All that an `enum` may be; for another kind, what is usual.
 * @property {string[]} offers Texts with tokens that make sense.
 * @property {string | null} default
 * @property {string} help
 * @property {string} section
 * @property {boolean} secret
 * @property {boolean} essential Whether it is offered without being looked for.
 * @property {string | null} since The first Guacamole that knows it, null where all do.
 */

/** @typedef {{ title: string, port: string, parameters: ParameterSpec[] }} ProtocolSpec */

/** @typedef {{ name: string, host?: string }} Named */

/** @typedef {{ user: string, items: Named[] }} Copy What one person has of a pod. */

/** @typedef {{ count: number, copies?: number, items: Named[], ends?: Copy[] }} Expansion */

/**
 * @typedef {object} Desk
 * @property {DiagramModel} model
 * @property {CommandStack} stack
 * @property {Selection} selection
 * @property {NewId} newId
 * @property {Readonly<Record<string, ProtocolSpec>>} catalogue By the name of the protocol.
 * @property {typeof import('../features/inspector/further.js') | null} further Parts of the inspector, once they have come.
 * @property {Storage} storage What outlives the page in this browser.
 * @property {readonly string[]} versions The versions of Guacamole that a diagram can be for.
 * @property {(kind: string) => Element} pictureOf Returns the icon of a device kind or of another thing to place.
 * @property {(id: string) => Expansion | null} expansionOf What the server makes of a stack or a group.
 * @property {(question: import('../kit/dialogs/text-dialog.js').TextQuestion) => void} askForText Asks for a line of text.
 * @property {(text: string) => void} say Tells what is not to be expected.
 * @property {(id: string) => void} reveal Selects the item and brings it into view.
 */

export {};
