/**
 * A drawing context that writes SVG: the part of the canvas' own interface that our painters use.
 * Coordinates are written as they end up, so only icons, whose paths come as text, carry a transform.
 */

/** @typedef {{ scale: number, x: number, y: number }} Matrix */

const ANCHORS = { left: 'start', start: 'start', center: 'middle', right: 'end', end: 'end' };

export class SvgContext {
  fillStyle = '#000000';
  strokeStyle = '#000000';
  lineWidth = 1;
  lineCap = 'butt';
  lineJoin = 'miter';
  globalAlpha = 1;
  font = '400 10px sans-serif';
  /** @type {keyof typeof ANCHORS} */
  textAlign = 'start';
  textBaseline = 'alphabetic';
  /** @type {string[]} */
  #parts = [];
  /** @type {Matrix} */
  #matrix = { scale: 1, x: 0, y: 0 };
  /** @type {Pick<SvgContext, 'globalAlpha'>[]} */
  #saved = [];
  /** @type {Matrix[]} */
  #savedMatrices = [];
  /** @type {readonly number[]} */
  #dash = [];
  #path = '';

  /**
   * Return all that was drawn as an SVG document.
   * @param {number} width
   * @param {number} height
   * @returns {string}
   */
  render(width, height) {
    const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
    return `${head}\n${this.#parts.join('\n')}\n</svg>\n`;
  }

  save() {
    this.#saved.push({ globalAlpha: this.globalAlpha });
    this.#savedMatrices.push(this.#matrix);
  }

  restore() {
    Object.assign(this, this.#saved.pop());
    this.#matrix = this.#savedMatrices.pop() ?? this.#matrix;
  }

  /**
   * @param {number} scale
   * @param {number} _b
   * @param {number} _c
   * @param {number} _d
   * @param {number} x
   * @param {number} y
   */
  setTransform(scale, _b, _c, _d, x, y) {
    this.#matrix = { scale, x, y };
  }

  /**
   * @param {number} factor
   */
  scale(factor) {
    this.#matrix = { ...this.#matrix, scale: this.#matrix.scale * factor };
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  translate(x, y) {
    const { scale } = this.#matrix;
    this.#matrix = { scale, x: this.#matrix.x + x * scale, y: this.#matrix.y + y * scale };
  }

  /** @param {readonly number[]} dash */
  setLineDash(dash) {
    this.#dash = dash;
  }

  beginPath() {
    this.#path = '';
  }

  closePath() {
    this.#path += 'Z';
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  moveTo(x, y) {
    this.#path += `M${this.#at(x, y)}`;
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  lineTo(x, y) {
    this.#path += `L${this.#at(x, y)}`;
  }

  /**
   * @param {number} cx
   * @param {number} cy
   * @param {number} x
   * @param {number} y
   */
  quadraticCurveTo(cx, cy, x, y) {
    this.#path += `Q${this.#at(cx, cy)} ${this.#at(x, y)}`;
  }

  /**
   * @param {number} cx
   * @param {number} cy
   * @param {number} dx
   * @param {number} dy
   * @param {number} x
   * @param {number} y
   */
  bezierCurveTo(cx, cy, dx, dy, x, y) {
    this.#path += `C${this.#at(cx, cy)} ${this.#at(dx, dy)} ${this.#at(x, y)}`;
  }

  /**
   * A whole circle; our painters draw no other arcs.
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   */
  arc(x, y, radius) {
    const size = round(radius * this.#matrix.scale);
    this.#path += `M${this.#at(x + radius, y)}A${size} ${size} 0 1 1 ${this.#at(x - radius, y)}A${size} ${size} 0 1 1 ${this.#at(x + radius, y)}Z`;
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  rect(x, y, width, height) {
    this.#path += `M${this.#at(x, y)}L${this.#at(x + width, y)}L${this.#at(x + width, y + height)}L${this.#at(x, y + height)}Z`;
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   * @param {number} wanted
   */
  roundRect(x, y, width, height, wanted) {
    const radius = Math.min(wanted, width / 2, height / 2);
    const size = round(radius * this.#matrix.scale);
    const corner = (/** @type {number} */ toX, /** @type {number} */ toY) => `A${size} ${size} 0 0 1 ${this.#at(toX, toY)}`;
    const [right, bottom] = [x + width, y + height];
    this.#path += `M${this.#at(x + radius, y)}L${this.#at(right - radius, y)}${corner(right, y + radius)}`;
    this.#path += `L${this.#at(right, bottom - radius)}${corner(right - radius, bottom)}`;
    this.#path += `L${this.#at(x + radius, bottom)}${corner(x, bottom - radius)}L${this.#at(x, y + radius)}${corner(x + radius, y)}Z`;
  }

  fill() {
    if (this.#path !== '') this.#write('path', { d: this.#path, fill: this.fillStyle, ...this.#opacity() });
  }

  /**
   * Stroke the path that was drawn, or the *data* of an icon.
   * @param {string} [data]
   */
  stroke(data) {
    const { scale, x, y } = this.#matrix;
    if (data !== undefined) {
      const transform = `translate(${round(x)} ${round(y)}) scale(${round(scale)})`;
      this.#write('path', { d: data, transform, ...this.#line(1) });
    } else if (this.#path !== '') this.#write('path', { d: this.#path, ...this.#line(scale) });
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  fillRect(x, y, width, height) {
    const { scale } = this.#matrix;
    const [left, top] = this.#at(x, y).split(' ');
    const size = { width: round(width * scale), height: round(height * scale) };
    this.#write('rect', { x: left, y: top, ...size, fill: this.fillStyle, ...this.#opacity() });
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   */
  fillText(text, x, y) {
    const [, weight, size, family] = /^(\d+) ([\d.]+)px (.+)$/s.exec(this.font) ?? ['', '400', '10', 'sans-serif'];
    const pixels = Number(size) * this.#matrix.scale;
    const [left, middle] = this.#at(x, y).split(' ').map(Number);
    const baseline = this.textBaseline === 'middle' ? middle + pixels * 0.35 : middle;
    this.#write('text', {
      x: left, y: round(baseline), 'font-family': family, 'font-size': round(pixels), 'font-weight': weight,
      'text-anchor': ANCHORS[this.textAlign], fill: this.fillStyle, ...this.#opacity(),
    }, text);
  }

  /**
   * @param {{ src: string }} image Its address is the picture itself, so that the document needs nothing else.
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  drawImage({ src }, x, y, width, height) {
    const { scale } = this.#matrix;
    const [left, top] = this.#at(x, y).split(' ');
    const size = { width: round(width * scale), height: round(height * scale) };
    this.#write('image', { x: left, y: top, ...size, preserveAspectRatio: 'none', href: src, ...this.#opacity() });
  }

  /** @returns {Record<string, number>} */
  #opacity() {
    return this.globalAlpha === 1 ? {} : { opacity: this.globalAlpha };
  }

  /**
   * @param {number} scale
   * @returns {Record<string, string | number>}
   */
  #line(scale) {
    /** @type {Record<string, string>} */
    const dash = this.#dash.length > 0 ? { 'stroke-dasharray': this.#dash.map((each) => round(each * scale)).join(' ') } : {};
    return {
      fill: 'none', stroke: this.strokeStyle, 'stroke-width': round(this.lineWidth * scale),
      'stroke-linecap': this.lineCap, 'stroke-linejoin': this.lineJoin, ...dash, ...this.#opacity(),
    };
  }

  /**
   * @param {string} name
   * @param {Record<string, string | number>} attributes
   * @param {string} [text]
   */
  #write(name, attributes, text) {
    const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`).join('');
    this.#parts.push(text === undefined ? `<${name}${list}/>` : `<${name}${list}>${escape(text)}</${name}>`);
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  #at(x, y) {
    const { scale } = this.#matrix;
    return `${round(x * scale + this.#matrix.x)} ${round(y * scale + this.#matrix.y)}`;
  }
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}

/** @param {string} text */
function escape(text) {
  const known = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  // eslint-disable-next-line no-control-regex -- XML cannot hold these characters at all.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (each) => known[/** @type {keyof typeof known} */ (each)]);
}
