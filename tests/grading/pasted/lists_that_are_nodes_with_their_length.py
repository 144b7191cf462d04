# problem: merge-k-sorted
# says: the inputs were converted to nodes
# says: your code returns 2 results: the first one is graded
def merge_k_lists(lists):
    values = []
    for node in lists:
        while node:
            values.append(node.val)
            node = node.next
    dummy = last = ListNode()
    for value in sorted(values):
        last.next = last = ListNode(value)
    return dummy.next, len(values)
