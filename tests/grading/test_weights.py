"""The problem's weights find their places in a class of other names, and come back under their own."""

from __future__ import annotations

from collections import OrderedDict

import pytest
import torch
from torch import nn

from interview_cli.grading.candidate.weights import Layout

D = 4


def layers(**sizes: tuple[int, int]) -> nn.Module:
    """Linear layers by name, in this order."""
    return nn.ModuleDict(OrderedDict((name, nn.Linear(*size)) for name, size in sizes.items()))


def drawn(module: nn.Module) -> dict[str, torch.Tensor]:
    """A state of that module's names and shapes."""
    return {name: torch.randn_like(value) for name, value in module.state_dict().items()}


FUSED = layers(qkv=(D, 3 * D), out=(D, D))
APART = layers(q=(D, D), k=(6, D), v=(6, D), out=(D, D))
CASES = {
    "the same names": (FUSED, layers(qkv=(D, 3 * D), out=(D, D)), {"qkv": ["qkv"], "out": ["out"]}),
    "other names": (FUSED, layers(c_attn=(D, 3 * D), c_proj=(D, D)), {"qkv": ["c_attn"], "out": ["c_proj"]}),
    "three layers for one": (
        FUSED,
        layers(W_k=(D, D), W_o=(D, D), W_v=(D, D), W_q=(D, D)),
        {"qkv": ["W_q", "W_k", "W_v"], "out": ["W_o"]},
    ),
    "three layers without a name": (
        FUSED,
        layers(a=(D, D), b=(D, D), c=(D, D), d=(D, D)),
        {"qkv": ["a", "b", "c"], "out": ["d"]},
    ),
    "one layer for two": (
        APART,
        layers(to_q=(D, D), to_kv=(6, 2 * D), to_out=(D, D)),
        {"q": ["to_q"], "k": ["to_kv"], "v": ["to_kv"], "out": ["to_out"]},
    ),
}


@pytest.mark.parametrize(("asked", "own", "places"), CASES.values(), ids=CASES)
def test_each_weight_finds_its_place_and_comes_back(
    asked: nn.Module, own: nn.Module, places: dict[str, list[str]]
) -> None:
    state = drawn(asked)
    layout = Layout.of(own, state)
    inside = layout.inside(state, own.state_dict())
    assert set(inside) == set(own.state_dict())
    for name, layers_of_own in places.items():
        rows = torch.cat([inside[f"{layer}.weight"] for layer in layers_of_own])
        assert all(row in rows for row in state[f"{name}.weight"])
    own.load_state_dict(inside)
    back = layout.outside(own.state_dict(), state)
    assert back.keys() == state.keys()
    assert all(torch.equal(back[name], value) for name, value in state.items())


def test_a_gradient_that_does_not_arrive_stays_away() -> None:
    own = layers(to_q=(D, D), to_kv=(6, 2 * D), to_out=(D, D))
    state = drawn(APART)
    gradients = {**dict.fromkeys(own.state_dict()), "to_q.weight": torch.ones(D, D)}
    back = Layout.of(own, state).outside(gradients, state)
    assert {name for name, value in back.items() if value is not None} == {"q.weight"}


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (layers(qkv=(D, 3 * D)), "has no place for the problem's weights out.weight (4, 4), out.bias (4,)"),
        (
            layers(qkv=(D, 3 * D), out=(D, D), gate=(D, D)),
            "has weights that the problem doesn't give: gate.weight (4, 4)",
        ),
        (layers(qkv=(D, 3 * D), out=(D, 2 * D)), "it has weights that the problem doesn't give: out.weight (8, 4)"),
    ],
)
def test_what_does_not_fit_is_said(own: nn.Module, words: str) -> None:
    with pytest.raises(ValueError, match=r"your class has") as said:
        Layout.of(own, drawn(FUSED))
    assert words in str(said.value)


def test_a_mask_that_is_kept_needs_no_weights() -> None:
    own = layers(c_attn=(D, 3 * D), c_proj=(D, D))
    own["c_attn"].register_buffer("mask", torch.ones(8, 8).tril())  # type: ignore[index]
    own.register_buffer("bias", torch.ones(1, 1, 8, 8))
    state = drawn(FUSED)
    assert Layout.of(own, state).said() == "Weights are loaded by their shapes: your c_proj as out; your c_attn as qkv."
