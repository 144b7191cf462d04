"""Merge k sorted lists with a heap (LeetCode 23; Knuth, The Art of Computer Programming 3, section 5.4.1).

The smallest of all numbers that are left is the first of one of the lists. A heap of these k candidates gives it in O(log k), and
its successor in the same list takes its place: O(N log k) for N numbers, O(k) memory besides the result. Merging one list after
the other takes O(N k).

lists: a list of lists of ints, each sorted from small to large; some may be empty. Returns: one sorted list.
"""

import heapq


def merge_k_sorted(lists: list[list[int]]) -> list[int]:
    """The candidates are (number, which list, place in it): on ties the list decides, and nothing else is compared."""
    heap = [(numbers[0], k, 0) for k, numbers in enumerate(lists) if numbers]
    heapq.heapify(heap)
    merged = []
    while heap:
        value, k, place = heap[0]
        merged.append(value)
        if place + 1 < len(lists[k]):
            heapq.heapreplace(heap, (lists[k][place + 1], k, place + 1))
        else:
            heapq.heappop(heap)
    return merged
