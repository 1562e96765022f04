/** What the inspector shows of connections, people and selections beyond what one types into at once. */

export { manyFields } from './many.js';
export { parametersPart } from './parameters.js';
export { rosterField } from './roster-field.js';
