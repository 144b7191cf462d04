# problem: merge-k-sorted
import heapq


def merge(arr, k):
    heap, merged = [], []
    for i in range(k):
        if arr[i]:
            heapq.heappush(heap, (arr[i][0], i, 0))
    while heap:
        value, i, j = heapq.heappop(heap)
        merged.append(value)
        if j + 1 < len(arr[i]):
            heapq.heappush(heap, (arr[i][j + 1], i, j + 1))
    return merged


if __name__ == "__main__":
    lists = [[1, 2, 9], [3, 7], [5]]
    print(merge(lists, len(lists)))
