"""Largest rectangle under a histogram: a stack of rising bars (LeetCode 84).

The best rectangle is as high as some bar and reaches to the first lower bar on either side. The stack holds the indices of the
bars that may still grow to the right; their heights rise. A lower bar at i ends all higher ones on top: the popped bar has

    width = i - left - 1,   left = the index below it on the stack, the first bar to its left that is lower

Of equal bars the last one popped gets the full width. Each bar is pushed and popped once: O(n) time and memory.

heights: a list of n >= 0 ints >= 0, bars of width 1. Returns: an int; 0 for no bar.
"""


def largest_rectangle(heights: list[int]) -> int:
    """The largest area."""
    best = 0
    rising = [-1]  # indices; a border to the left of the first bar stays at the bottom
    for i, height in enumerate([*heights, 0]):  # a bar of height 0 ends all that are left
        while len(rising) > 1 and heights[rising[-1]] >= height:
            top = heights[rising.pop()]
            best = max(best, top * (i - rising[-1] - 1))
        rising.append(i)
    return best
