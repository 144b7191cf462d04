"""The two scalings do what they promise: trained angles at scaled positions, and the ends of the spectrum."""

from __future__ import annotations

import pytest
import torch

from reference_impls.training.rope_scaling.reference import rope_frequencies
from reference_impls.transformers.rope_1d.reference import rope_1d


@pytest.mark.parametrize("base", [10000.0, 70.0])
def test_unscaled_frequencies_are_those_of_rotary_embedding(base: float) -> None:
    """At position 1 a pair (1, 0) turns by its frequency."""
    x = torch.tensor([1.0, 0.0] * 4, dtype=torch.float64)[None]
    turned = rope_1d(x, base, offset=1)[0].unflatten(-1, (-1, 2))
    torch.testing.assert_close(torch.atan2(turned[:, 1], turned[:, 0]), rope_frequencies(8, base))


def test_linear_scaling_gives_every_position_the_angles_of_its_quotient() -> None:
    positions = torch.arange(32, dtype=torch.float64)
    scaled = positions[:, None] * rope_frequencies(8, method="linear", factor=4.0)
    torch.testing.assert_close(scaled, positions[:, None] / 4 * rope_frequencies(8))


@pytest.mark.parametrize("d", [4, 10, 128])
def test_the_new_base_keeps_the_fastest_pair_and_divides_the_slowest(d: int) -> None:
    plain, scaled = rope_frequencies(d), rope_frequencies(d, method="ntk", factor=5.0)
    ratio = plain / scaled
    torch.testing.assert_close(ratio[[0, -1]], torch.tensor([1.0, 5.0], dtype=torch.float64))
    assert bool((ratio.diff() > 0).all())


def test_other_methods_are_refused() -> None:
    with pytest.raises(ValueError, match="dynamic"):
        rope_frequencies(8, method="dynamic")
