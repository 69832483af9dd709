#!/bin/sh
# Makes the Python environment (once) and exports the model anew. Needs Debian 12; installs its PyTorch, which brings no CUDA.
set -eu
cd "$(dirname "$0")"
dpkg -s python3-torch python3-onnx python3-venv >/dev/null 2>&1 ||
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-torch python3-onnx python3-venv; }
[ -d .venv ] || /usr/bin/python3 -m venv --system-site-packages .venv
.venv/bin/pip install --quiet --no-deps --requirement requirements.txt
.venv/bin/python export.py efficientnet-lite0
(cd efficientnet-lite0 && sha256sum model.onnx labels.txt model.properties LICENSE >SHA256SUMS)
