# slip: nothing-to-do-raises
import heapq


def schedule_decode(lengths, max_batch):
    heap, out = [], []
    for n in lengths:
        start = heapq.heappop(heap) if len(heap) == max_batch else 0
        heapq.heappush(heap, start + n)
        out.append(start + n)
    return max(heap), out
