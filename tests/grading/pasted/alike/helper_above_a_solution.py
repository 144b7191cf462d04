# problem: merge-k-sorted
# says: Solution.mergeKLists is graded as merge_k_sorted
def listed(values):
    while values:
        yield values.pop(0)


class Solution:
    def mergeKLists(self, lists: List[List[int]]) -> List[int]:
        return list(heapq.merge(*lists))
