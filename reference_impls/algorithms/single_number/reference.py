"""The number without a twin: exclusive or of all numbers (Knuth, The Art of Computer Programming 4A, 7.1.3; LeetCode 136).

    x ^ x = 0,   x ^ 0 = x,   and the order is free

Equal numbers cancel wherever they stand, and what is left is the answer. O(n) time, O(1) memory; Python's ints behave as an
infinite two's complement, so negative numbers need no care.

nums: a list of an odd number of ints, every value twice but one. Returns: that value.
"""


def single_number(nums: list[int]) -> int:
    """The value that stands once."""
    single = 0
    for number in nums:
        single ^= number
    return single
