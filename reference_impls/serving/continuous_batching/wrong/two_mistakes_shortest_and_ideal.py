# slip: shortest-first
import heapq
def schedule_decode(lengths, max_batch):
    heap, finish = [], [0] * len(lengths)
    for i in sorted(range(len(lengths)), key=lambda j: lengths[j]):
        start = heapq.heappop(heap) if len(heap) == max_batch else 0
        finish[i] = start + lengths[i]
        heapq.heappush(heap, start + lengths[i])
    return -(-sum(lengths) // max_batch), finish
