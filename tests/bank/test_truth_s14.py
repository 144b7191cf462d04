"""What section 14 teaches of text-to-image systems, computed again: by listing steps, drawing tokens, counting entries."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
import torch

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import formula, numeric


def test_no_number_is_mistaken() -> None:
    assert mistaken_for_right(14) == []


@pytest.mark.parametrize(("strength", "steps"), [(0.3, 28), (0.6, 50), (0.85, 30)])
def test_the_steps_of_an_edit(strength: float, steps: int) -> None:
    """By listing the steps whose end lies within the share of the schedule that was noised."""
    share = Fraction(str(strength))
    run = [step for step in range(1, steps + 1) if Fraction(step, steps) <= share]
    assert numeric("q14-sdedit-steps", s=strength, n=steps) == len(run)


def test_the_score_of_a_watermark() -> None:
    """By the mean and deviation of drawn texts without a mark."""
    rng = np.random.default_rng(0)
    counts = rng.binomial(200, 0.25, size=2_000_000)
    expected = (80 - counts.mean()) / counts.std()
    assert formula("q14-green-score", g=80, T=200, gam=0.25) == pytest.approx(expected, rel=2e-3)


@pytest.mark.parametrize(("gam", "d", "z"), [(0.25, 0.1, 4), (0.5, 0.2, 5)])
def test_the_tokens_of_a_detection(gam: float, d: float, z: float) -> None:
    """By lengthening a text of the expected lift until its score is reached."""
    length = 0.0
    while formula("q14-green-score", g=max((gam + d) * length, 1e-9), T=max(length, 1e-9), gam=gam) < z:
        length += 0.01
    assert numeric("q14-green-tokens", gam=gam, d=d, z=z) == pytest.approx(length, rel=1e-3)


def test_false_alarms_of_a_stream() -> None:
    """q14-watermark-threshold: a thousand a day at one in a million; few of the alarms of a 99 % detector are true."""
    stream, marked = 1_000_000_000, 1_000_000
    assert stream * 1e-6 == pytest.approx(1000)
    true, false = 0.99 * marked, 0.01 * (stream - marked)
    assert true / (true + false) < 0.1


def test_the_latents_of_two_generations() -> None:
    """q14-sd1-latent: 4 x 64 x 64 numbers, 48 times fewer than the image has."""
    image = torch.empty(3, 512, 512, device="meta")
    latent = torch.empty(4, *torch.nn.AvgPool2d(8)(image).shape[1:], device="meta")
    assert latent.shape == (4, 64, 64)
    assert image.numel() / latent.numel() == 48


def test_tokens_of_two_autoencoders() -> None:
    """q14-high-compression: a fourth of the tokens and a sixteenth of the scores."""
    image = torch.empty(1, 1, 1024, 1024, device="meta")
    old = torch.nn.functional.avg_pool2d(torch.nn.functional.avg_pool2d(image, 8), 2).numel()
    new = torch.nn.functional.avg_pool2d(image, 32).numel()
    assert (old / new, old**2 / new**2) == (4, 16)


def test_the_mask_of_a_mixed_sequence() -> None:
    """q14-transfusion-mask: a patch sees the text before and its whole image, and nothing later."""
    text, image = 3, 4
    mask = torch.ones(2 * text + image, 2 * text + image).tril().bool()
    mask[text : text + image, text : text + image] = True
    assert mask[text].nonzero().flatten().tolist() == list(range(text + image))


def test_a_causal_encoder_is_blind_to_later_words() -> None:
    """q14-causal-encoder: the state of a word does not depend on what comes after it."""
    torch.manual_seed(0)
    words = torch.randn(1, 5, 8)
    changed = words.clone()
    changed[:, 3] = torch.randn(8)
    outputs = [
        torch.nn.functional.scaled_dot_product_attention(tokens, tokens, tokens, is_causal=True)
        for tokens in (words, changed)
    ]
    assert torch.equal(outputs[0][:, :3], outputs[1][:, :3])
    assert not torch.equal(outputs[0][:, 4], outputs[1][:, 4])


def test_the_rule_of_the_slide() -> None:
    """q14-scaling-recall: from 20 tokens a parameter and 6 FLOP each, the size follows as in q14-compute-optimal."""
    compute = 10.0**22
    sizes = np.geomspace(1e8, 1e12, 400_001)
    best = sizes[int(np.argmin(np.abs(6 * sizes * 20 * sizes - compute)))]
    assert numeric("q14-compute-optimal", k=22) == pytest.approx(best, rel=1e-4)
    assert best == pytest.approx(math.sqrt(compute / 120), rel=1e-4)
