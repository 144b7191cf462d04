# slip: balanced-without-order
import heapq


def split_array(nums, k):
    heap = [0] * k
    for x in sorted(nums)[::-1]:
        heapq.heapreplace(heap, heap[0] + x)
    return max(heap)
