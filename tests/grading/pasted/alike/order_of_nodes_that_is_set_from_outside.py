# problem: merge-k-sorted
class Solution:
    def mergeKLists(self, lists: List[Optional[ListNode]]) -> Optional[ListNode]:
        ListNode.__lt__ = lambda self, other: self.val < other.val
        heap = [node for node in lists if node]
        heapq.heapify(heap)
        head = tail = ListNode(0)
        while heap:
            node = heapq.heappop(heap)
            tail.next = ListNode(node.val)
            tail = tail.next
            if node.next:
                heapq.heappush(heap, node.next)
        return head.next
