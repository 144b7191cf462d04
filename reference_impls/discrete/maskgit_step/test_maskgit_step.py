"""Step after step every token is revealed once and stays, as many as the schedule says, and the best first."""

from __future__ import annotations

import math

import pytest
import torch

from reference_impls.discrete.maskgit_step.reference import maskgit_step


@pytest.mark.parametrize("steps", [1, 4, 7])
def test_the_whole_loop_reveals_everything_on_schedule(steps: int) -> None:
    B, L, V = 3, 13, 5
    tokens = torch.full((B, L), V)
    for step in range(steps):
        logits = torch.randn(B, L, V)
        new = maskgit_step(tokens, logits, step, steps, V)
        visible = tokens != V
        assert torch.equal(new[visible], tokens[visible])
        n = math.floor(L * math.cos(math.pi / 2 * (step + 1) / steps))
        assert ((new == V).sum(1) == n).all()
        shown = (tokens == V) & (new != V)
        assert torch.equal(new[shown], logits.argmax(-1)[shown])
        confidence = logits.softmax(-1).amax(-1)
        for b in range(B):
            if n:
                assert confidence[b][shown[b]].min() > confidence[b][new[b] == V].max()
        tokens = new
    assert (tokens != V).all()


def test_the_arguments_are_left_alone() -> None:
    tokens, logits = torch.tensor([[2, 0, 2]]), torch.randn(1, 3, 2)
    maskgit_step(tokens, logits, 0, 1, 2)
    assert tokens.tolist() == [[2, 0, 2]]
