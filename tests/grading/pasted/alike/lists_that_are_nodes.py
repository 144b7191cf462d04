# problem: merge-k-sorted
# expect: fail
# says: the inputs were converted to nodes
# not: has no `.val`
class ListNode:
    def __init__(self, val=0, next=None):
        self.val, self.next = val, next


def merge_k_lists(lists):
    head = last = ListNode()
    heap = [(node.val, i, node) for i, node in enumerate(lists) if node]
    while heap:
        _, i, node = heapq.heappop(heap)
        last.next = last = node
        if node.next:
            heapq.heappush(heap, (node.next.val, i, node.next))
    return head.next
