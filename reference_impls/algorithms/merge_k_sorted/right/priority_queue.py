from queue import PriorityQueue


def merge_k_sorted(lists):
    q = PriorityQueue()
    for i, numbers in enumerate(lists):
        it = iter(numbers)
        for first in it:
            q.put((first, i, it))
            break
    result = []
    while not q.empty():
        value, i, it = q.get()
        result.append(value)
        nxt = next(it, None)
        if nxt is not None:
            q.put((nxt, i, it))
    return result
