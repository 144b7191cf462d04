"""Output width of a convolution (Dumoulin & Visin 2016, arXiv:1603.07285, section 2.4; there without gaps).

    o = ⌊(w + 2p - (d (f - 1) + 1)) / s⌋ + 1

A kernel of f taps with d - 1 gaps between neighbors spans d (f - 1) + 1 inputs. Its first place is at 0, its last at most at
w + 2p - span, and every s-th place in between counts: a floor and one. What is left over at the right end is never read.

w, f, s, p, d: integers; w, f, s, d >= 1, p >= 0, padding on each side; the kernel fits: span <= w + 2p. Returns: an int >= 1.
"""


def conv_output_size(w: int, f: int, s: int = 1, p: int = 0, d: int = 1) -> int:
    """How many places the dilated kernel has."""
    span = d * (f - 1) + 1
    free = w + 2 * p - span
    return free // s + 1
