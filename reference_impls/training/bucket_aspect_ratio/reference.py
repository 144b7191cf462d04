"""The aspect-ratio bucket of an image (NovelAI 2022, "Novel AI improvements on Stable Diffusion"; Podell et al. 2023, SDXL,
arXiv:2307.01952, section 2.3).

    argmin over buckets of  | log(w / h) - log(bw / bh) |

Ratios are compared by their quotient: in logarithms 2:1 is as far from 1:1 as 1:2 is, and turning image and buckets on their side
changes nothing. Differences of the ratios themselves would favor upright buckets, which are crowded between 0 and 1. Sizes don't
matter: the image is scaled to its bucket and then cropped.

w, h: the size of the image. buckets: a list of (bw, bh). Returns: the index of the nearest bucket, the first of equal ones.
"""

import math


def aspect_bucket(w: int, h: int, buckets: list[tuple[int, int]]) -> int:
    """Where the image is cropped least."""
    distances = [abs(math.log(w / h) - math.log(bw / bh)) for bw, bh in buckets]
    return distances.index(min(distances))
