# problem: kth-smallest
# says: your n is the length of what is given
def kth_of(n, k, arr):
    if not 1 <= k <= n:
        raise ValueError("there is no such rank")
    heap = [-value for value in arr[:k]]
    heapq.heapify(heap)
    for i in range(k, n):
        if -arr[i] > heap[0]:
            heapq.heapreplace(heap, -arr[i])
    return -heap[0]
