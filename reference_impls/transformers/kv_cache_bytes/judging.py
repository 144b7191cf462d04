"""How answers to `kv-cache-bytes` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Law, Problem, World, expect
from reference_impls.transformers.kv_cache_bytes.reference import kv_cache_bytes


def sizes(draw: Draw, *, head: int) -> tuple[int, int, int, int]:
    """Layers, width, tokens, sequences; the width is a multiple of `head`."""
    return draw.integer(2, 9), head * draw.integer(10, 20), draw.integer(301, 400), draw.integer(21, 29)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one layer, one token", (1, draw.integer(3, 9), 1, 1))
    yield Case("two bytes by default", sizes(draw, head=1))
    yield Case("four bytes", sizes(draw, head=1), {"dtype_bytes": 4})
    yield Case("one byte, by position", (*sizes(draw, head=1), 1))
    yield Case("as many key-value heads as heads", (*sizes(draw, head=6), 2, 6, 6))
    yield Case("eight of 24 heads", sizes(draw, head=24), {"n_heads": 24, "n_kv_heads": 8})
    yield Case("one of seven heads", (*sizes(draw, head=7), 4, 7, 1))
    yield Case("Llama 3 70B, one sequence", (80, 8192, 8192, 1), {"n_heads": 64, "n_kv_heads": 8})
    odd = (2 * draw.integer(60, 63) + 1, 15 * (2 * draw.integer(500, 512) + 1), 9_999_991, 9_991)
    yield Case("beyond 2^53 bytes", odd)
    yield Case("beyond 2^53 bytes, three of 15 heads", odd, {"n_heads": 15, "n_kv_heads": 3})


def is_an_int(world: World, draw: Draw) -> None:
    for grouped in ({}, {"n_heads": 6, "n_kv_heads": 2}):
        value = world.call("kv_cache_bytes", *sizes(draw, head=6), **grouped)
        whole = "int" in type(value).__name__ or "int" in str(getattr(value, "dtype", ""))
        expect(whole, f"the number of bytes is an int, not {value!r}", "grouped-float" if grouped else "float")


PROBLEM = Problem(
    id="kv-cache-bytes",
    entries=(kv_cache_bytes,),
    cases=cases,
    laws=(Law("the result is an int", is_an_int),),
    dtypes=(torch.float32,),
    grad=False,
)
