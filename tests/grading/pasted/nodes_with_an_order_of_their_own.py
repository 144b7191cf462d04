# problem: merge-k-sorted
class ListNode:
    def __init__(self, value):
        self.value = value
        self.next = None

    def __lt__(self, other):
        return self.value < other.value


def merge_k_sorted(lists):
    heap = [(node.value, node) for node in lists if node]
    heapq.heapify(heap)
    first = last = ListNode(None)
    while heap:
        value, node = heapq.heappop(heap)
        last.next = ListNode(value)
        last = last.next
        if node.next:
            heapq.heappush(heap, (node.next.value, node.next))
    return first.next
