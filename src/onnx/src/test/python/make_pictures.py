"""Makes the test pictures from three photographs: one picture in the formats, colours and orientations that are accepted.

Usage: make_pictures.py PHOTOGRAPHS_DIRECTORY OUTPUT_DIRECTORY (see NOTICE.md beside the pictures for the photographs)
"""

import sys
from pathlib import Path

from PIL import Image

ORIENTATION = 0x0112

# How a picture has to be turned so that the EXIF orientation of the same number puts it upright again.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def exif(orientation: int) -> Image.Exif:
    data = Image.Exif()
    data[ORIENTATION] = orientation
    return data


def oriented(picture: Image.Image, orientation: int) -> Image.Image:
    turn = STORED[orientation]
    return picture if turn is None else picture.transpose(turn)


def main(photographs: Path, out: Path) -> None:
    for name in ("china", "flower", "rocket"):
        picture = Image.open(photographs / f"{name}.jpg")
        picture.thumbnail((320, 320))
        picture.save(out / f"{name}.jpg", quality=85)
    picture = Image.open(photographs / "rocket.jpg").resize((180, 120), Image.Resampling.LANCZOS)
    for orientation in STORED:
        turned = oriented(picture, orientation)
        turned.save(out / f"rocket-orientation-{orientation}.jpg", quality=90, exif=exif(orientation))
    small = picture.resize((120, 80), Image.Resampling.LANCZOS)
    oriented(small, 6).save(out / "rocket-orientation-6.png", exif=exif(6))
    oriented(small, 8).save(out / "rocket-orientation-8.webp", lossless=True, exif=exif(8))
    oriented(small, 3).save(out / "rocket-orientation-3.tif", compression="tiff_lzw", exif=exif(3))
    picture.save(out / "rocket-progressive.jpg", progressive=True, quality=90)
    picture.convert("L").save(out / "rocket-gray.jpg", quality=90)
    picture.convert("CMYK").save(out / "rocket-cmyk.jpg", quality=90)
    picture.save(out / "rocket-lossy.webp", quality=80)
    small.save(out / "rocket.bmp")
    small.quantize(64).save(out / "rocket.gif")
    small.quantize(16).save(out / "rocket-palette.png")
    small.quantize(16).save(out / "rocket-palette.bmp")
    small.convert("LA").save(out / "rocket-gray-alpha.png")
    transparent = small.copy()
    transparent.putalpha(Image.linear_gradient("L").resize(small.size))
    transparent.save(out / "rocket-alpha.png")
    transparent.save(out / "rocket-alpha.webp", quality=80)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
