"""Greedy non-maximum suppression (Felzenszwalb et al. 2010, TPAMI 32(9), section 7; Girshick et al. 2014, arXiv:1311.2524).

    repeat: keep the box with the highest score, drop the others with IoU > threshold, until none is left
    IoU(a, b) = |a ∩ b| / |a ∪ b|,      |a ∪ b| = |a| + |b| - |a ∩ b|

A box that has been dropped drops no other. Boxes that lie apart give a negative width or height, which is cut at 0: two of them
would multiply to a positive area. O(N²) in the worst case, one vectorized step per box that is kept.

Shapes: boxes (N,4) as x1, y1, x2, y2 with x2 > x1 and y2 > y1, scores (N,), all different.
Returns: indices of the kept boxes, highest score first.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def nms(boxes: NDArray[Any], scores: NDArray[Any], iou_threshold: float) -> list[int]:
    """Keep the best box, drop what overlaps it, go on with the rest."""
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])  # (N,)
    left = np.argsort(-scores)
    kept = []
    while len(left):
        best, rest = left[0], left[1:]
        kept.append(int(best))
        top_left = np.maximum(boxes[best, :2], boxes[rest, :2])
        bottom_right = np.minimum(boxes[best, 2:], boxes[rest, 2:])
        overlap = (bottom_right - top_left).clip(min=0).prod(axis=1)  # (len(rest),)
        iou = overlap / (area[best] + area[rest] - overlap)
        left = rest[iou <= iou_threshold]
    return kept
