/** Starts the editor with the data that the page came with. */

import { startEditor } from './editor.js';

const data = document.getElementById('editor-data')?.textContent ?? '{}';
void startEditor(JSON.parse(data));
