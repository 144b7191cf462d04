# problem: single-number
# says: supplied: xrange = range
class Solution(object):
    def singleNumber(self, nums):
        """
        :type nums: List[int]
        :rtype: int
        """
        found = 0
        for i in xrange(len(nums)):
            found ^= nums[i]
        return found


if __name__ == "__main__":
    print Solution().singleNumber([2, 2, 1])
