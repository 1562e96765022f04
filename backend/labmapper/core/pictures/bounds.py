"""How large pictures may be, and how a picture is named and written into a document.

Nothing is decoded here: what a picture would take once a browser has decoded it is read from its head, and bounded.
"""

# As a file, after it was cleaned; all those of one diagram together; and how many that may be.
MAX_BYTES = 2 * 1024 * 1024
MAX_BYTES_TOGETHER = 5 * 1024 * 1024
MAX_PICTURES = 20
# A browser takes four bytes for each pixel.
MAX_SIDE = 8_192
MAX_PIXELS = 16 * 1024 * 1024

# The beginning of the SHA-256 of the cleaned file.
PICTURE_ID_PATTERN = r"^[0-9a-f]{32}$"
ID_LENGTH = 32
DATA_PATTERN = r"^data:image/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$"
MAX_DATA = MAX_BYTES * 4 // 3 + 64
