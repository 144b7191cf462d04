# slip: unchecked-nsmallest
import heapq

kth_smallest = lambda nums, k: heapq.nsmallest(k, nums)[-1]


def unused():
    pass
