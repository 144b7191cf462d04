"""How answers to `nms` are judged."""

from collections.abc import Iterator
from typing import Any

import torch
from numpy.typing import NDArray
from torch import Tensor

from reference_impls.problem import Case, Draw, Law, Problem, World, expect
from reference_impls.vision.nms.reference import nms

Inputs = tuple[NDArray[Any], NDArray[Any], float]


def ious(boxes: Tensor) -> Tensor:
    """IoU of all pairs: (N,4) -> (N,N)."""
    a, b = boxes[:, None], boxes[None]
    overlap = (torch.minimum(a[..., 2:], b[..., 2:]) - torch.maximum(a[..., :2], b[..., :2])).clamp(min=0).prod(dim=-1)
    area = (boxes[:, 2:] - boxes[:, :2]).prod(dim=-1)
    return overlap / (area[:, None] + area[None] - overlap)


def detections(draw: Draw, N: int, objects: int, threshold: float, scale: float = 100.0, spread: float = 0.1) -> Inputs:
    """Boxes around a few objects, with scores that all differ, and no IoU near the threshold."""
    while True:
        sizes = draw.uniform(objects, 2, low=0.15, high=0.5).double()
        corner = draw.uniform(objects, 2, high=0.9).double()
        which = torch.arange(N) % objects
        x1y1 = corner[which] + spread * draw.normal(N, 2).double()
        wh = sizes[which] * (1 + 3 * spread * draw.normal(N, 2).double()).clamp(min=0.3)
        boxes = scale * torch.cat([x1y1, x1y1 + wh], dim=1)
        if float((ious(boxes) - threshold).abs().min()) > 2e-3:
            break
    return draw.floating(boxes).numpy(), scores(draw, N), threshold


def scores(draw: Draw, N: int) -> NDArray[Any]:
    """In (0, 1), all different, in a random order."""
    places = torch.tensor(draw.permutation(N), dtype=torch.float64)
    return draw.floating((places + 1) / (N + 2)).numpy()


def these(draw: Draw, boxes: list[list[float]], threshold: float, order: list[float]) -> Inputs:
    """Boxes and scores by hand."""
    return draw.floating(boxes).numpy(), draw.floating(order).numpy(), threshold


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one box", detections(draw, 1, 1, 0.5))
    pair = [[0.0, 0.0, 4.0, 4.0], [1.0, 0.0, 5.0, 4.0]]  # IoU 12/20
    yield Case("two boxes, one drops the other", these(draw, pair, 0.5, [0.3, 0.8]))
    yield Case("two boxes, both are kept", these(draw, pair, 0.7, [0.3, 0.8]))
    yield Case("a threshold of 1 drops nothing", these(draw, pair, 1.0, [0.3, 0.8]))
    yield Case("no boxes", (draw.floating(torch.zeros(0, 4)).numpy(), draw.floating(torch.zeros(0)).numpy(), 0.5))
    chain = [[0.0, 0.0, 10.0, 10.0], [4.0, 0.0, 14.0, 10.0], [8.0, 0.0, 18.0, 10.0], [12.0, 0.0, 22.0, 10.0]]
    yield Case("a chain: a dropped box drops no other", these(draw, chain, 0.3, [0.9, 0.8, 0.7, 0.6]))
    yield Case("a chain in another order", these(draw, chain, 0.3, [0.5, 0.9, 0.4, 0.8]))
    apart = [[0.0, 0.0, 2.0, 2.0], [8.0, 8.0, 10.0, 10.0], [0.0, 8.0, 2.0, 10.0], [20.0, 1.0, 23.0, 2.0]]
    yield Case("boxes that lie apart", these(draw, apart, 0.2, [0.1, 0.4, 0.3, 0.2]))
    inside = [[0.0, 0.0, 10.0, 10.0], [3.0, 3.0, 6.0, 6.0], [1.0, 1.0, 9.5, 9.5], [2.0, 4.0, 9.0, 5.0]]
    yield Case("boxes inside one another", these(draw, inside, 0.4, [0.6, 0.9, 0.7, 0.8]))
    same = [[1.0, 2.0, 5.0, 7.0], [1.0, 2.0, 5.0, 7.0], [1.0, 2.0, 5.0, 7.0]]
    yield Case("the same box three times", these(draw, same, 0.9, [0.2, 0.7, 0.5]))
    yield Case("twelve boxes of three objects", detections(draw, 12, 3, 0.5))
    yield Case("a low threshold", detections(draw, 15, 4, 0.1))
    yield Case("a high threshold", detections(draw, 14, 2, 0.8, spread=0.04))
    yield Case("coordinates in [0, 1]", detections(draw, 16, 3, 0.4, scale=1.0))
    boxes, values, threshold = detections(draw, 12, 3, 0.3)
    yield Case("negative coordinates", (boxes - 60, values, threshold))
    boxes, values, threshold = detections(draw, 10, 2, 0.5)
    yield Case("scores as logits", (boxes, 20 * values - 12, threshold))
    yield Case("40 boxes", detections(draw, 40, 6, 0.45))


def indices_are_whole(world: World, draw: Draw) -> None:
    """Asked where a box is kept: an empty array of floats holds no index."""
    dtype = torch.as_tensor(world.call("nms", *detections(draw, 6, 2, 0.5))).dtype
    message = f"the indices are of type {str(dtype).removeprefix('torch.')}, so they can't index anything: return ints"
    expect(not dtype.is_floating_point, message, "floats")


PROBLEM = Problem(
    id="nms",
    entries=(nms,),
    cases=cases,
    laws=(Law("indices are ints", indices_are_whole),),
    grad=False,
)
