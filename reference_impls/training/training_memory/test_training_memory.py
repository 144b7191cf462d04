"""The page gives the numbers of the paper's figure, and what all GPUs hold together when nothing is held twice."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reference_impls.training.training_memory.reference import training_bytes_per_gpu


@pytest.mark.parametrize(("stage", "gigabytes"), [(0, 120.0), (1, 31.4), (2, 16.6), (3, 1.9)])
def test_a_model_of_7_5_billion_parameters_on_64_gpus_is_that_of_the_paper(stage: int, gigabytes: float) -> None:
    """Figure 1 of arXiv:1910.02054."""
    assert training_bytes_per_gpu(7_500_000_000, stage, 64) / 1e9 == pytest.approx(gigabytes, abs=0.05)


def test_at_stage_3_all_gpus_together_hold_each_part_once() -> None:
    assert 48 * training_bytes_per_gpu(1001, 3, 48, 1, 4, 8) == pytest.approx(1001 * 13)


def test_each_stage_saves_one_part_more() -> None:
    sizes = {"param_bytes": 3, "grad_bytes": 5, "optim_bytes": 7}
    held = [training_bytes_per_gpu(10, stage, 2, **sizes) for stage in range(4)]
    assert [a - b for a, b in pairwise(held)] == pytest.approx([35, 25, 15])
