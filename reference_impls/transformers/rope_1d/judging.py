"""How answers to `rope-1d` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Law, Problem, Tolerance, World, dtype_of, expect, expect_close
from reference_impls.transformers.rope_1d.reference import rope_1d

# Angles may be computed in float32 whatever comes in: at positions near 4096 the ways to write theta^(-2i/d) differ by
# up to 3e-4 radians.
TOLERANCES = {
    torch.float64: Tolerance(1e-3, 1e-3),
    torch.float32: Tolerance(1e-3, 1e-3),
    torch.float16: Tolerance(1e-2, 4e-3),
    torch.bfloat16: Tolerance(4e-2, 2e-2),
}


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("three positions, two pairs", (draw.normal(3, 4),))
    yield Case("one pair", (draw.normal(2, 6, 2),))
    yield Case("batch and heads", (draw.normal(2, 3, 5, 8),))
    yield Case("as many heads as positions and channels", (draw.normal(4, 4, 4, 4),))
    yield Case("another base", (draw.normal(2, 7, 6),), {"theta": 50.0})
    yield Case("decoding step", (draw.normal(2, 3, 1, 8),), {"offset": 17})
    yield Case("base and offset by position", (draw.normal(2, 1, 3, 6), 500.0, 11))
    yield Case("offset 4096", (draw.normal(2, 3, 16),), {"offset": 4096})
    yield Case("offset 4096, base of Llama 3", (draw.normal(2, 3, 16),), {"theta": 500000.0, "offset": 4096})
    yield Case("five axes", (draw.normal(2, 1, 3, 4, 10),), {"offset": 1})


def keeps_the_dtype(world: World, draw: Draw) -> None:
    half, double = draw.normal(2, 3, 4), draw.normal(2, 3, 4).double()
    got = dtype_of(world.call("rope_1d", half))
    expect(got == "float16", f"float16 comes in, {got} comes out", "dtype-of-half")
    got = dtype_of(world.call("rope_1d", double))
    expect(got == "float64", f"float64 comes in, {got} comes out", "dtype-of-double")


def half_precision_positions(world: World, draw: Draw) -> None:
    x = draw.normal(2, 4, 8)
    want = rope_1d(x.double(), offset=2049)
    got = world.call("rope_1d", x, offset=2049)
    message = "float16 input at positions 2049 to 2052: the angles need float32"
    expect_close(got, want, message, "half-angles", rtol=2e-2, atol=2e-2)


PROBLEM = Problem(
    id="rope-1d",
    entries=(rope_1d,),
    cases=cases,
    tolerances=TOLERANCES,
    laws=(
        Law("the result has the dtype of x", keeps_the_dtype, dtype=torch.float16),
        Law("positions beyond 2048 in half precision", half_precision_positions, dtype=torch.float16),
    ),
)
