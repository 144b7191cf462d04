"""CLIPScore against the library's cosine, and what it does not depend on."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from reference_impls.quality.clip_score.reference import clip_score


@pytest.mark.parametrize("w", [1.0, 2.5, 100.0])
def test_it_is_the_cut_cosine(w: float) -> None:
    image, text = torch.randn(7, 5).double(), torch.randn(7, 5).double()
    torch.testing.assert_close(clip_score(image, text, w), w * functional.cosine_similarity(image, text).relu())


def test_lengths_and_order_of_the_arguments_do_not_matter() -> None:
    image, text = torch.randn(6, 4).double(), torch.randn(6, 4).double()
    lengths = torch.rand(6, 1).double() + 0.1
    torch.testing.assert_close(clip_score(lengths * image, 30 * text), clip_score(text, image))


def test_a_caption_or_its_opposite_counts_but_not_both() -> None:
    image, text = torch.randn(8, 3).double(), torch.randn(8, 3).double()
    both = torch.stack([clip_score(image, text), clip_score(image, -text)])
    assert (both.min(dim=0).values == 0).all() and (both.max(dim=0).values > 0).all()


def test_an_embedding_agrees_with_itself() -> None:
    one = torch.randn(3, 9).double()
    torch.testing.assert_close(clip_score(one, one), torch.full((3,), 2.5, dtype=torch.float64))
