class Solution:
    def split_array(self, nums, k):
        def can(limit):
            pieces, cur = 1, 0
            for x in nums:
                cur += x
                if cur > limit:
                    pieces += 1
                    cur = x
                    if pieces > k:
                        return False
            return True

        left, right, ans = max(nums), sum(nums), 0
        while left <= right:
            mid = left + (right - left) // 2
            if can(mid):
                ans, right = mid, mid - 1
            else:
                left = mid + 1
        return ans
