"""Pictures beside each other, as the browser decodes them: how much they differ where they differ most."""

from base64 import b64encode

from playwright.sync_api import Page

from support.browser.editor import Editor, wait_for_paint

# Blocks of so many pixels are compared by their means, which the smoothing of edges hardly changes.
BLOCK = 8

# The middle of one picture is the middle of the other, up to so many pixels.
PLAY = 2

COMPARE = """
async ([seen, made, mime, scale, block, play]) => {
  const decode = async (text, kind) => {
    const bytes = Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
    const url = URL.createObjectURL(new Blob([bytes], { type: kind }));
    const image = Object.assign(new Image(), { src: url });
    await image.decode();
    return image;
  };
  const read = (image, width, height) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const ctx = canvas.getContext('2d');
    ctx.imageSmoothingQuality = 'high';
    ctx.drawImage(image, 0, 0, width, height);
    return ctx.getImageData(0, 0, width, height);
  };
  const means = (image, left, top, width, height) => {
    const found = [];
    for (let y = 0; y + block <= height; y += block) for (let x = 0; x + block <= width; x += block) {
      const sum = [0, 0, 0];
      for (let v = y; v < y + block; v++) for (let u = x; u < x + block; u++) {
        const at = 4 * ((top + v) * image.width + left + u);
        for (const channel of [0, 1, 2]) sum[channel] += image.data[at + channel];
      }
      found.push(...sum.map((each) => each / block / block));
    }
    return found;
  };
  const [canvas, picture] = [await decode(seen, 'image/png'), await decode(made, mime)];
  const [width, height] = [picture.width, picture.height].map((side) => Math.floor(side / scale));
  const shown = read(canvas, canvas.width, canvas.height);
  const wanted = means(read(picture, width, height), 0, 0, width, height);
  let best = { most: 256, mean: 256 };
  for (let dx = -play; dx <= play; dx++) for (let dy = -play; dy <= play; dy++) {
    const left = Math.round((canvas.width - width) / 2) + dx;
    const top = Math.round((canvas.height - height) / 2) + dy;
    const apart = means(shown, left, top, width, height).map((value, at) => Math.abs(value - wanted[at]));
    const mean = apart.reduce((sum, each) => sum + each, 0) / apart.length;
    if (mean < best.mean) best = { most: Math.max(...apart), mean };
  }
  return best;
}
"""


def photograph(editor: Editor) -> bytes:
    """Return a picture of all of the canvas, when all is painted and the pointer is away."""
    editor.page.mouse.move(2, 2)
    wait_for_paint(editor.page)
    box = editor.canvas.bounding_box()
    assert box is not None
    return editor.page.screenshot(clip={key: box[key] for key in ("x", "y", "width", "height")})  # type: ignore[arg-type]


def compare(page: Page, canvas: bytes, picture: bytes, *, scale: int = 1, mime: str = "image/png") -> float:
    """Return how far *picture*, taken *scale* times as large, is from what *canvas* shows in its middle.

    That is the difference of those blocks that differ most, of 255; *page* decodes both.
    """
    pictures = [b64encode(each).decode() for each in (canvas, picture)]
    best: dict[str, float] = page.evaluate(COMPARE, [*pictures, mime, scale, BLOCK, PLAY])
    return best["most"]


def is_alike(page: Page, one: bytes, other: bytes) -> bool:
    """Return whether two pictures of the canvas show the same: edges may be smoothed a shade differently."""
    return compare(page, one, other) < 1
