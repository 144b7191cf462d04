class Solution:
    def top_k_frequent(self, nums: list[int], k: int) -> list[int]:
        freq = {}
        for n in nums:
            freq[n] = freq.get(n, 0) + 1
        buckets = [[] for _ in range(len(nums) + 1)]
        for n, c in freq.items():
            buckets[c].append(n)
        out = []
        for c in range(len(buckets) - 1, 0, -1):
            for n in buckets[c]:
                out.append(n)
                if len(out) == k:
                    return out
