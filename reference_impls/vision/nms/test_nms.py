"""The page agrees with the definition, box by box, and what it keeps has the two properties that define it."""

from __future__ import annotations

import numpy as np
import pytest

from reference_impls.vision.nms.reference import nms


def cells(box: np.ndarray) -> set[tuple[int, int]]:
    """The unit squares that a box of whole coordinates covers."""
    x1, y1, x2, y2 = (int(part) for part in box)
    return {(x, y) for x in range(x1, x2) for y in range(y1, y2)}


def iou(a: np.ndarray, b: np.ndarray) -> float:
    """By counting squares."""
    return len(cells(a) & cells(b)) / len(cells(a) | cells(b))


@pytest.mark.parametrize("seed", range(20))
def test_a_box_is_kept_if_and_only_if_no_better_kept_box_overlaps_it(seed: int) -> None:
    rng = np.random.default_rng(seed)
    corner = rng.integers(0, 12, (14, 2))
    boxes = np.concatenate([corner, corner + rng.integers(1, 10, (14, 2))], axis=1).astype(float)
    scores, threshold = rng.permutation(14) / 14, 0.3123
    kept = nms(boxes, scores, threshold)
    assert [scores[i] for i in kept] == sorted((scores[i] for i in kept), reverse=True)
    for i in range(14):
        better = [j for j in kept if scores[j] > scores[i]]
        assert (i in kept) == all(iou(boxes[i], boxes[j]) <= threshold for j in better)
