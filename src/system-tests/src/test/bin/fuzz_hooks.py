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


def known(request):
    """Of sensible ids, every second one stands for a request that exists."""
    exists = isinstance(request, str) and len(request) == 36 and request[-1] in "02468ace"
    return os.environ["FUZZ_ID"] if exists else request


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    return {name: known(value) for name, value in (path_parameters or {}).items()}


@schemathesis.hook
def map_query(context, query):
    if not isinstance(query, dict) or not isinstance(query.get("id"), list):
        return query
    return {**query, "id": [known(value) for value in query["id"]]}
