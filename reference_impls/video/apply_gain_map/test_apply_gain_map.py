"""The gain map by its algebra: stops add up, and a map made from two images leads from one to the other."""

from __future__ import annotations

import torch

from reference_impls.video.apply_gain_map.reference import apply_gain_map


def test_a_map_made_from_two_images_leads_from_one_to_the_other() -> None:
    sdr, hdr = torch.rand(4, 5).double() + 0.01, 8 * torch.rand(4, 5).double() + 0.01
    torch.testing.assert_close(apply_gain_map(sdr, torch.log2(hdr / sdr)), hdr)


def test_weights_add_up_and_none_leaves_the_image() -> None:
    sdr, gain = torch.rand(3, 4).double(), torch.randn(3, 4).double()
    part = apply_gain_map(apply_gain_map(sdr, gain, 0.3), gain, 0.7)
    torch.testing.assert_close(part, apply_gain_map(sdr, gain))
    assert torch.equal(apply_gain_map(sdr, gain, 0.0), sdr)


def test_one_stop_doubles_and_black_stays() -> None:
    sdr = torch.tensor([0.0, 0.25, 1.0]).double()
    torch.testing.assert_close(apply_gain_map(sdr, torch.ones(3).double()), 2 * sdr)


def test_one_gain_keeps_the_ratios_of_the_channels() -> None:
    sdr, gain = torch.rand(3, 4, 3).double() + 0.1, torch.randn(3, 4, 1).double()
    hdr = apply_gain_map(sdr, gain, 0.6)
    torch.testing.assert_close(hdr / hdr.sum(-1, keepdim=True), sdr / sdr.sum(-1, keepdim=True))
