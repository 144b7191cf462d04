# slip: zero-based-and-unchecked
import heapq


def kth_smallest(data, k):
    smallest = heapq.nsmallest(k + 1, data)
    return smallest[-1]
