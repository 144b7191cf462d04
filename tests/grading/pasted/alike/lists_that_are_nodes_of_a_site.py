# problem: merge-k-sorted
# says: supplied: class ListNode, as interview sites define it
# Definition for singly-linked list.
# class ListNode:
#     def __init__(self, x):
#         self.val = x
#         self.next = None
class Solution:
    def mergeKLists(self, lists):
        if not lists:
            return None
        while len(lists) > 1:
            lists = [self.merge(lists[i], lists[i + 1] if i + 1 < len(lists) else None) for i in range(0, len(lists), 2)]
        return lists[0]

    def merge(self, l1, l2):
        last = first = ListNode(0)
        while l1 and l2:
            if l1.val > l2.val:
                l1, l2 = l2, l1
            last.next, l1 = l1, l1.next
            last = last.next
        last.next = l1 or l2
        return first.next
