# slip: first-numbers-alone
import heapq


def merge_k_sorted(lists):
    heap = [numbers[0] for numbers in lists if numbers]
    heapq.heapify(heap)
    return [heapq.heappop(heap) for _ in range(len(heap))]
