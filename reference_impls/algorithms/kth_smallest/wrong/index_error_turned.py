# slip: zero-not-refused
"""Differs on: nums=[3, 1, 2], k=0 -> must raise ValueError, returns 1 (index -1)."""
import heapq


def kth_smallest(nums, k):
    smallest = heapq.nsmallest(max(k, 1), nums)
    try:
        return smallest[k - 1]
    except IndexError:
        raise ValueError("k is out of range") from None
