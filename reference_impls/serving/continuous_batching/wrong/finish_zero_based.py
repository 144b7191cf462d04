# slip: finish-steps-from-0
import heapq
def schedule_decode(lengths, max_batch):
    heap, finish = [], []
    for n in lengths:
        start = heapq.heappop(heap) if len(heap) == max_batch else 0
        finish.append(start + n - 1)
        heapq.heappush(heap, start + n)
    return max(heap, default=0), finish
