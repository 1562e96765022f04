/** The page that shows a saved version as a picture. */

import './pages.js';
import { DiagramModel } from './model/diagram-model.js';
import { byId } from './kit/dom.js';
import { offerFullSize, svgPicture } from './kit/svg-picture.js';
import { readTheme } from './view/colors.js';
import { ALL_LAYERS } from './view/frame.js';
import { picturesAt } from './view/picture-images.js';
import { renderSvg } from './view/export/picture.js';
import { TextRuler } from './view/text.js';
import { t } from './util/text.js';

const model = new DiagramModel(JSON.parse(byId('revision-data').textContent ?? ''));
const pictures = picturesAt(byId('look').dataset.pictures ?? '');
const ruler = new TextRuler(/** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d')));

function show() {
  const text = renderSvg({ model, ruler, theme: readTheme(document.documentElement), layers: ALL_LAYERS, pictures });
  byId('look').replaceChildren(text ? svgPicture(text) : t('Nothing was drawn then.'));
}

show();
offerFullSize(byId('look'), byId('look-about'));
new MutationObserver(show).observe(document.documentElement, { attributeFilter: ['data-theme'] });
