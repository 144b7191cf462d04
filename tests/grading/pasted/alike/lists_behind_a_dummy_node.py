# problem: merge-k-sorted
# expect: fail
# not: cannot be explained
class Solution:
    def mergeKLists(self, lists: List[Optional[ListNode]]) -> Optional[ListNode]:
        values = []
        for node in lists:
            while node:
                values.append(node.val)
                node = node.next
        dummy = last = ListNode()
        for value in sorted(values):
            last.next = ListNode(value)
            last = last.next
        return dummy
