"""Which entries go, beside torch's own pruning, and how many."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn.utils import prune

from reference_impls.serving.magnitude_prune.reference import magnitude_prune


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=12), st.floats(0, 1))
@settings(max_examples=80, deadline=None)
def test_no_kept_entry_is_smaller_than_a_pruned_one(values: list[int], fraction: float) -> None:
    """Also with ties and with zeros: the kept magnitudes are the largest ones."""
    weight = torch.tensor(values, dtype=torch.float64)
    pruned = magnitude_prune(weight, fraction)
    k = round(fraction * len(values))
    changed = pruned != weight
    assert bool((pruned[changed] == 0).all())
    assert sorted(map(abs, pruned.tolist())) == [0.0] * k + sorted(map(abs, map(float, values)))[k:]


@pytest.mark.parametrize("fraction", [0.0, 0.3, 0.5, 1.0])
def test_torch_prunes_the_same_entries(fraction: float) -> None:
    torch.manual_seed(0)
    layer = torch.nn.Linear(7, 3)
    weight = layer.weight.detach().clone()
    prune.l1_unstructured(layer, "weight", amount=fraction)
    assert torch.equal(magnitude_prune(weight, fraction), layer.weight)


def test_the_argument_stays() -> None:
    weight = torch.randn(3, 4)
    before = weight.clone()
    magnitude_prune(weight, 0.5)[0, 0] = 7.0
    assert torch.equal(weight, before)
