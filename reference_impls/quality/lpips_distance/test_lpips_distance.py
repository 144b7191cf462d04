"""LPIPS of features against cosines, and what it does not depend on."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from reference_impls.quality.lpips_distance.reference import lpips_distance

SHAPES = [(3, 4, 5), (6, 2, 3)]


def layers(B: int = 2) -> list[Tensor]:
    return [torch.randn(B, *shape).double() for shape in SHAPES]


def weights() -> list[Tensor]:
    return [torch.rand(shape[0]).double() for shape in SHAPES]


def test_with_equal_weights_it_is_twice_the_cosine_distance() -> None:
    x, y = layers(), layers()
    ones = [torch.ones(shape[0]).double() for shape in SHAPES]
    want = sum(2 * (1 - functional.cosine_similarity(a, b, dim=1)).mean(dim=(1, 2)) for a, b in zip(x, y, strict=True))
    torch.testing.assert_close(lpips_distance(x, y, ones), want)


def test_it_is_symmetric_and_zero_for_equal_features() -> None:
    x, y, w = layers(), layers(), weights()
    torch.testing.assert_close(lpips_distance(x, y, w), lpips_distance(y, x, w))
    assert lpips_distance(x, x, w).eq(0).all()


def test_the_strength_of_a_place_does_not_matter() -> None:
    x, y, w = layers(), layers(), weights()
    stronger = [a * (0.1 + torch.rand(2, 1, *a.shape[2:]).double()) for a in x]
    torch.testing.assert_close(lpips_distance(stronger, y, w), lpips_distance(x, y, w))


def test_layers_add_up_and_weights_are_linear() -> None:
    x, y, w = layers(), layers(), weights()
    parts = sum(lpips_distance([a], [b], [c]) for a, b, c in zip(x, y, w, strict=True))
    torch.testing.assert_close(lpips_distance(x, y, w), parts)
    torch.testing.assert_close(lpips_distance(x, y, [3 * c for c in w]), 3 * lpips_distance(x, y, w))


def test_a_place_that_is_dark_in_one_image_costs_the_mean_weight_of_the_other() -> None:
    x, w = torch.randn(1, 3, 1, 1).double(), torch.rand(3).double()
    unit = (x / x.norm()).flatten()
    torch.testing.assert_close(lpips_distance([x], [0 * x], [w]), (w * unit**2).sum().reshape(1))
