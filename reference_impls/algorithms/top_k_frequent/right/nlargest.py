import heapq
from collections import Counter

top_k_frequent = lambda nums, k: heapq.nlargest(k, (c := Counter(nums)), key=c.get)
