"""Classifies pictures with Pillow and PyTorch, which is what the service's answers are measured against.

Usage: reference.py MODEL_DIRECTORY FILE... > predictions.csv

One row for each file: its name, then the five most probable classes with their probabilities (index1, p1, ... index5,
p5). A file that Pillow doesn't take has empty columns and its error in the last one.
"""

import csv
import sys
from pathlib import Path

import torch
from PIL import Image, ImageOps

import network
from export import read_properties

FILTERS = {"bilinear": Image.Resampling.BILINEAR, "bicubic": Image.Resampling.BICUBIC}
TOP = 5


def model_input(file: Path, properties: dict[str, str]) -> torch.Tensor:
    """The picture upright, in RGB, its short side resized with antialiasing, cropped at the centre and normalised."""
    with Image.open(file) as opened:
        image = ImageOps.exif_transpose(opened).convert("RGB")
    short = int(properties["resize.short-side"])
    size = tuple(short if side == min(image.size) else int(side * short / min(image.size)) for side in image.size)
    image = image.resize(size, FILTERS[properties["resize.filter"]])
    width, height = int(properties["input.width"]), int(properties["input.height"])
    left, top = round((size[0] - width) / 2), round((size[1] - height) / 2)
    image = image.crop((left, top, left + width, top + height))
    pixels = torch.frombuffer(bytearray(image.tobytes()), dtype=torch.uint8).reshape(height, width, 3).float()
    mean, std = (torch.tensor([float(v) for v in properties[key].split(",")]) for key in ("input.mean", "input.std"))
    return ((pixels - mean) / std).permute(2, 0, 1)


def row(classifier: torch.nn.Module, file: Path, properties: dict[str, str]) -> list[str]:
    try:
        with torch.no_grad():
            best = classifier(model_input(file, properties).unsqueeze(0))[0].topk(TOP)
    except Exception as problem:  # Pillow's errors have no common ancestor
        return [file.name, *[""] * (2 * TOP), f"{type(problem).__name__}: {problem}"]
    pairs = zip(best.indices.tolist(), best.values.tolist())
    return [file.name, *(text for index, p in pairs for text in (str(index), f"{p:.6f}")), ""]


def main(directory: Path, files: list[Path]) -> None:
    properties = read_properties(directory / "model.properties")
    classifier = network.load()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["file", *(f"{column}{n}" for n in range(1, TOP + 1) for column in ("index", "p")), "error"])
    for file in files:
        writer.writerow(row(classifier, file, properties))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
