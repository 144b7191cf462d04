"""The bucket is the one that loses the smallest share of the image, and turning everything on its side changes nothing."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from reference_impls.training.bucket_aspect_ratio.reference import aspect_bucket

SIDES = st.integers(1, 3000)
SIZES = st.tuples(SIDES, SIDES)


def kept(size: tuple[int, int], bucket: tuple[int, int]) -> float:
    """The share of the image that is left when it is scaled to cover the bucket and cropped."""
    (w, h), (bw, bh) = size, bucket
    scale = max(bw / w, bh / h)
    return bw * bh / (scale * w * scale * h)


@given(SIZES, st.lists(SIZES, min_size=1, max_size=8))
def test_no_other_bucket_keeps_more_of_the_image(size: tuple[int, int], buckets: list[tuple[int, int]]) -> None:
    chosen = buckets[aspect_bucket(*size, buckets)]
    assert kept(size, chosen) >= max(kept(size, bucket) for bucket in buckets) * (1 - 1e-9)


@given(SIZES, st.lists(SIZES, min_size=2, max_size=8, unique_by=lambda size: size[0] / size[1]))
def test_turned_on_its_side_it_is_the_same_bucket(size: tuple[int, int], buckets: list[tuple[int, int]]) -> None:
    best, second, *_ = sorted((kept(size, bucket) for bucket in buckets), reverse=True)
    assume(best > second * (1 + 1e-9))
    turned = [(bh, bw) for bw, bh in buckets]
    assert aspect_bucket(size[1], size[0], turned) == aspect_bucket(*size, buckets)


def test_the_first_of_equal_buckets() -> None:
    assert aspect_bucket(1000, 510, [(512, 512), (1024, 512), (512, 1024), (1024, 512)]) == 1
