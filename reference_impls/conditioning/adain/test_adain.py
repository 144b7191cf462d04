"""AdaIN agrees with torch's instance norm, and the result has the style's statistics."""

from __future__ import annotations

import torch
from torch.nn import functional

from reference_impls.conditioning.adain.reference import adain
from reference_impls.conditioning.film.reference import film


def test_it_is_film_after_instance_norm() -> None:
    content, style = 3 + 2 * torch.randn(2, 3, 4, 5).double(), torch.randn(2, 3, 3, 2).double() - 1
    gamma = (style.var(dim=(2, 3), unbiased=False) + 1e-5).sqrt()
    want = film(functional.instance_norm(content, eps=1e-5), gamma, style.mean(dim=(2, 3)))
    torch.testing.assert_close(adain(content, style), want)


def test_the_result_has_mean_and_spread_of_the_style() -> None:
    content, style = torch.randn(2, 3, 8, 8).double(), 5 + 3 * torch.randn(2, 3, 6, 4).double()
    got = adain(content, style, eps=1e-12)
    torch.testing.assert_close(got.mean(dim=(2, 3)), style.mean(dim=(2, 3)))
    torch.testing.assert_close(got.var(dim=(2, 3), unbiased=False), style.var(dim=(2, 3), unbiased=False))


def test_a_style_of_its_own_changes_nothing() -> None:
    x = torch.randn(2, 3, 4, 5).double()
    torch.testing.assert_close(adain(x, x), x)
