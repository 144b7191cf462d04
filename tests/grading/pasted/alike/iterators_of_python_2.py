# problem: merge-k-sorted
# expect: error
# says: iterators have had no such method since Python 3. Write next(...)
def merge(lists):
    waiting = [iter(numbers) for numbers in lists if numbers]
    heap = [(one.next(), i) for i, one in enumerate(waiting)]
    heapq.heapify(heap)
    merged = []
    while heap:
        value, i = heapq.heappop(heap)
        merged.append(value)
        after = next(waiting[i], None)
        if after is not None:
            heapq.heappush(heap, (after, i))
    return merged
