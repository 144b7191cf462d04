"""The CLIP loss is two InfoNCE losses, and log B where all pairs look alike."""

from __future__ import annotations

import math

import pytest
import torch
from torch.nn import functional

from reference_impls.self_supervision.clip_loss.reference import clip_loss


@pytest.mark.parametrize("scale", [0.5, 14.3, 100.0])
def test_it_is_the_mean_of_two_cross_entropies(scale: float) -> None:
    image, text = torch.randn(5, 3).double(), torch.randn(5, 3).double()
    logits = scale * functional.cosine_similarity(image[:, None], text[None], dim=-1)
    labels = torch.arange(5)
    want = (functional.cross_entropy(logits, labels) + functional.cross_entropy(logits.T, labels)) / 2
    torch.testing.assert_close(clip_loss(image, text, scale), want)


def test_images_and_texts_have_the_same_part() -> None:
    image, text = torch.randn(4, 6).double(), torch.randn(4, 6).double()
    torch.testing.assert_close(clip_loss(image, text, 7.0), clip_loss(text, image, 7.0))


def test_lengths_of_embeddings_do_not_matter() -> None:
    image, text = torch.randn(4, 6).double(), torch.randn(4, 6).double()
    torch.testing.assert_close(clip_loss(3 * image, text / 50, 7.0), clip_loss(image, text, 7.0))


def test_pairs_that_all_look_alike_cost_log_b() -> None:
    one = torch.randn(1, 4).double().expand(6, 4)
    torch.testing.assert_close(clip_loss(one, one, 30.0), torch.tensor(math.log(6), dtype=torch.float64))
