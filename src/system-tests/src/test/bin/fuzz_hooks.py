"""What the fuzzer has to know of pictures and of requests that exist. See fuzz."""

import os
from pathlib import Path

import schemathesis
from hypothesis import strategies as st
from schemathesis.transport.serialization import Binary

PICTURES = [file.read_bytes() for file in sorted(Path(os.environ["FUZZ_PICTURES"]).iterdir()) if file.suffix not in (".md", ".csv")]

files = st.one_of(st.sampled_from(PICTURES), st.binary(max_size=64))

schemathesis.openapi.format("binary", files.map(Binary))
schemathesis.openapi.media_type("image/*", files)
schemathesis.openapi.media_type("application/octet-stream", files)


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Of sensible ids, every second one exists."""
    request = str((path_parameters or {}).get("id", ""))
    exists = len(request) == 36 and request[-1] in "02468ace"
    return {**path_parameters, "id": os.environ["FUZZ_ID"]} if exists else path_parameters
