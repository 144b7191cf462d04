"""Receptive field of a stack of convolutions (Araujo, Norris & Sim 2019, Distill, doi:10.23915/distill.00021, eq. 2).

    r = 1 + Σ_l d_l (k_l - 1) Π_{i<l} s_i

From input to output: `jump` is the distance in input pixels of two neighbors in the present map, the product of all strides so
far. A kernel of k taps with dilation d reaches over d (k - 1) such jumps. A layer's own stride does not widen its own field; it
widens the steps of all that follow.

layers: (kernel, stride, dilation) of each, in order from input to output; all at least 1. Returns: an int; 1 for no layers.
"""

from collections.abc import Sequence


def receptive_field(layers: Sequence[tuple[int, int, int]]) -> int:
    """Width of the input that one output unit can see."""
    field, jump = 1, 1
    for kernel, stride, dilation in layers:
        field += dilation * (kernel - 1) * jump
        jump *= stride
    return field
