"""The numbers in open designs, critiques and defenses, computed again from what their prompts give."""

from __future__ import annotations

import math
import re
from functools import cache
from pathlib import Path
from statistics import NormalDist

import numpy as np
import pytest
import yaml

QUESTION_BANK = Path(__file__).parents[2] / "question_bank"
FILES = ("open-designs", "open-critiques", "open-defenses")
DAY = 86_400


@cache
def texts() -> dict[str, str]:
    """All that an open item says, by its id."""
    files = [path for name in FILES for path in QUESTION_BANK.glob(f"*/{name}.yaml")]
    items = [item for path in files for item in yaml.safe_load(path.read_text(encoding="utf-8"))["items"]]
    return {item["id"]: yaml.safe_dump(item, width=10**6, allow_unicode=True) for item in items}


def binomial(n: int, k: int, p: float) -> float:
    return math.comb(n, k) * p**k * (1 - p) ** (n - k)


def half_width(p: float, n: float) -> float:
    """Of the 95 % interval of a rate, in percentage points."""
    return 196 * math.sqrt(p * (1 - p) / n)


def fisher_two_sided(a: int, b: int, c: int, d: int) -> float:
    """Exact probability of a table at least as unlikely as [[a, b], [c, d]] with the same margins."""
    total = math.comb(a + b + c + d, a + c)
    weights = [math.comb(a + b, k) * math.comb(c + d, a + c - k) for k in range(min(a + b, a + c) + 1)]
    return sum(weight for weight in weights if weight <= math.comb(a + b, a) * math.comb(c + d, c)) / total


RL_TOKENS = 512 * 16 * 8_000
RUN_FLOP = 6 * 1e11 * 6e12
CHECKPOINT = math.sqrt(2 * 60 * 9 * 3600)
HARMFUL = 1 / 2000
CRAWL_BITS = sum(binomial(48, k, 0.5) for k in range(45, 49))

STATED = [
    ("q14-design-edit", "35 per second", 3e6 / DAY, 35),
    ("q13-design-portraits", "9.8 million", 100 * 16 * 2 * 3072 / 1e6, 9.8),
    ("q13-design-portraits", "20 MB", 100 * 16 * 2 * 3072 * 2 / 1e6, 20),
    ("q21-design-canvas", "about 5 TFLOP", 2 * 2.5e9 * (512 / 8 / 2) ** 2 / 1e12, 5),
    ("q21-design-canvas", "about 13 ms", 2 * 2.5e9 * 1024 / 400e12 * 1e3, 13),
    ("q15-design-story", "150 seconds per clip", 3600 / (120 / 5), 150),
    ("q15-design-story", "1.7 attempts", 1 / 0.6, 1.7),
    ("q15-design-game", "144 million", 2000 * 3600 * 20 / 1e6, 144),
    ("q15-design-game", "12,000 frames", 10 * 60 * 20, 12_000),
    ("q15-design-hdr", "1.7 billion", 20_000 * 3600 * 24 / 1e9, 1.7),
    ("q22-design-rl-system", "65.5 million", RL_TOKENS / 1e6, 65.5),
    ("q22-design-rl-system", "1.26e19", 6 * 32e9 * RL_TOKENS, 1.26e19),
    ("q22-design-rl-system", "246 s", 6 * 32e9 * RL_TOKENS / (128 * 400e12), 246),
    ("q22-design-rl-system", "512 GB", 32 * 16, 512),
    ("q19-design-domain", "3.4e20", 6 * 14e9 * 4e9, 3.4e20),
    ("q19-design-domain", "29 hours", 6 * 14e9 * 4e9 / (8 * 400e12) / 3600, 29),
    ("q19-design-domain", "224 GB", 14 * 16, 224),
    ("q21-design-phone-llm", "3.3 GB", 50 / 15, 3.3),
    ("q21-design-phone-llm", "1.7 GB", 3 * 4.5 / 8, 1.7),
    ("q21-design-phone-llm", "about 30 tokens", 50 / (3 * 4.5 / 8), 30),
    ("q21-design-phone-llm", "3e12", 2 * 3e9 * 500, 3e12),
    (
        "q18-design-release-gate",
        "2,000 paired",
        (1.96 * 0.1**0.5 + 0.8416 * (0.1 - 0.02**2) ** 0.5) ** 2 / 0.02**2,
        2000,
    ),
    ("q18-design-release-gate", "about 6 points", half_width(0.5, 300), 6),
    ("q18-design-video-arena", "66 pairs", math.comb(12, 2), 66),
    ("q18-design-video-arena", "about 90 per pair", 6000 / 66, 90),
    ("q18-design-video-arena", "about ± 10 points", half_width(0.5, 6000 / 66), 10),
    ("q19-design-web-corpus", "2.9 million core-hours", 2000 * 60 * 24 / 1e6, 2.9),
    ("q19-design-web-corpus", "35 seconds per MB", 2000 * 60 * DAY / 300e6, 35),
    ("q19-design-web-corpus", "15 billion", 300e12 / 20e3 / 1e9, 15),
    ("q19-design-web-corpus", "7.7 TB", 15e9 * 128 * 4 / 1e12, 7.7),
    ("q14-design-recaption", "116 million", 64 * 21 * DAY / 1e6, 116),
    ("q14-design-recaption", "0.23 s", 64 * 21 * DAY / 500e6, 0.23),
    ("q14-design-recaption", "500 tokens a second", 120 * 500e6 / (64 * 21 * DAY), 500),
    ("q17-design-rag", "154 GB", 50e6 * 768 * 4 / 1e9, 154),
    ("q17-design-rag", "38 GB", 50e6 * 768 / 1e9, 38),
    ("q17-design-agent", "with 36 %", 100 * 0.98**50, 36),
    ("q06-design-documents", "19,700 patches", 1654 / 14 * 2339 / 14, 19_700),
    ("q06-design-documents", "4,900 tokens", 1654 / 28 * 2339 / 28, 4_900),
    ("q06-design-documents", "3e13", 2 * 3e9 * 5000, 3e13),
    ("q06-design-documents", "about 0.1 s", 3e13 / 300e12, 0.1),
    ("q19-design-safety", "10,000 harmful", 20e6 * HARMFUL, 10_000),
    ("q19-design-safety", "about 4.5 %", 95 * HARMFUL / (0.95 * HARMFUL + 0.01 * (1 - HARMFUL)), 4.5),
    ("q14-design-provenance", "1.4e-10", 1 / 7e9, 1.4e-10),
    ("q05-design-video-quality", "5.8 per second", 500_000 / DAY, 5.8),
    ("q20-design-cluster-run", "3.6e24", RUN_FLOP, 3.6e24),
    ("q20-design-cluster-run", "26 days", RUN_FLOP / (4096 * 0.4 * 989e12) / DAY, 26),
    ("q20-design-cluster-run", "0.4 GB", 1600 / 4096, 0.4),
    ("q20-design-cluster-run", "33 minutes", CHECKPOINT / 60, 33),
    ("q20-design-cluster-run", "some 6 %", 100 * (60 / CHECKPOINT + CHECKPOINT / (2 * 9 * 3600)), 6),
    ("q23-critique-emergence", "gives 8 %", 100 * 0.6**5, 8),
    ("q23-critique-emergence", "gives 59 %", 100 * 0.9**5, 59),
    ("q23-critique-lora", "about 1.5 points", half_width(0.62, 1000) / 1.96, 1.5),
    ("q23-critique-infonce", "8.3 nats", math.log(4096), 8.3),
    ("q23-critique-watermark", "a million false", 0.01 * 100e6 / 1e6, 1),
    ("q23-defend-few-step", "9 to 11 years", 2 * math.log2(25), 9),
    ("q23-defend-few-step", "9 to 11 years", 2 * math.log2(50), 11),
    ("q23-defend-quality-metric", "about 5 points", half_width(0.5, 400), 5),
    ("q23-defend-async-rl", "factor of 2.5", 1 / (1 - 0.6), 2.5),
    ("q23-defend-agents", "gives 43 %", 100 * 0.9**8, 43),
    (
        "q23-defend-human-data",
        "about 90 %",
        100 * (sum(binomial(10, k, 0.7) for k in range(6, 11)) + binomial(10, 5, 0.7) / 2),
        90,
    ),
]


@pytest.mark.parametrize(("item_id", "phrase", "computed", "said"), STATED)
def test_a_stated_number_follows_from_the_prompt(item_id: str, phrase: str, computed: float, said: float) -> None:
    assert phrase in texts()[item_id]
    assert computed == pytest.approx(said, rel=0.07)


def test_45_of_48_bits_is_the_first_threshold_below_one_false_alarm_a_week() -> None:
    assert "45 or more" in texts()["q14-design-provenance"]
    assert CRAWL_BITS < 1 / 7e9 < CRAWL_BITS + binomial(48, 44, 0.5)


def frechet_to_itself(samples: int, width: int, rng: np.random.Generator) -> float:
    """The Fréchet distance between N(0, I) and the fit to samples of it; the scatter matrix by Bartlett's factor."""
    mean = rng.standard_normal(width) / math.sqrt(samples)
    factor = np.tril(rng.standard_normal((width, width)), -1)
    factor[np.diag_indices(width)] = np.sqrt(rng.chisquare(samples - 1 - np.arange(width)))
    eigenvalues = np.linalg.eigvalsh(factor @ factor.T / (samples - 1))
    return float(mean @ mean + np.sum((1 - np.sqrt(np.clip(eigenvalues, 0, None))) ** 2))


def test_the_distance_of_a_gaussian_to_itself_is_biased_as_shown() -> None:
    text = yaml.safe_load(texts()["q23-critique-fid-samples"])["prompt"]
    rows = re.findall(r"^\s*([\d,]+)\s+(\d+\.\d+)$", text, re.MULTILINE)
    assert len(rows) == 4
    rng = np.random.default_rng(0)
    for samples, shown in rows:
        drawn = [frechet_to_itself(int(samples.replace(",", "")), 128, rng) for _ in range(5)]
        assert float(np.mean(drawn)) == pytest.approx(float(shown), abs=max(0.03 * float(shown), 0.006))


def test_the_drop_after_the_cutoff_is_not_chance() -> None:
    text = texts()["q23-critique-cutoff"]
    assert "about 0.001" in text and "14 points either way" in text
    assert fisher_two_sided(45, 5, 30, 20) == pytest.approx(0.001, rel=0.07)
    assert half_width(0.6, 50) == pytest.approx(14, abs=0.5)
    assert (45 + 30) / 100 == 0.75


def test_the_pooled_win_rates_reverse_those_of_both_groups() -> None:
    prompt = yaml.safe_load(texts()["q23-critique-simpson"])["prompt"]
    rows = re.findall(r"\| (\w+) \| (\d+) of (\d+) \| (\d+) of (\d+) \|", prompt)
    assert [row[0] for row in rows] == ["easy", "hard", "all"]
    easy, hard, pooled = (tuple(map(int, row[1:])) for row in rows)
    assert pooled == tuple(one + other for one, other in zip(easy, hard, strict=True))
    rates = [(a / b, c / d) for a, b, c, d in (easy, hard, pooled)]
    assert rates == [(0.81, 0.78), (0.40, 0.36), pytest.approx((0.48, 0.70), abs=0.005)]
    variance = sum(p * (1 - p) / n for p, n in ((0.81, 100), (0.40, 400), (0.78, 400), (0.36, 100))) / 4
    assert 1.96 * math.sqrt(variance) > ((0.81 + 0.40) - (0.78 + 0.36)) / 2


def test_the_best_of_five_useless_seeds_gains_as_much_as_stated() -> None:
    grid = np.linspace(-6, 6, 2401)
    below = np.array([NormalDist().cdf(float(x)) for x in grid])
    best = float(np.sum((grid[1:] + grid[:-1]) / 2 * np.diff(below**5)))
    assert best == pytest.approx(1.16, abs=0.005)
    assert 1.2 * best == pytest.approx(1.4, abs=0.05)
    assert 71.6 - 1.2 * best == pytest.approx(70.2, abs=0.05)
    assert "1.16 standard deviations" in texts()["q23-critique-best-seed"]


def test_there_are_as_many_open_items_as_a_loop_needs() -> None:
    assert sum("-design-" in item_id for item_id in texts()) >= 20
    assert sum("-critique-" in item_id for item_id in texts()) >= 30
    assert sum("-defend-" in item_id for item_id in texts()) >= 20
