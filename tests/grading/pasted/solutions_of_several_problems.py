# problem: house-robber
# says: Solution.rob is graded
# says: left out, since they take the name of the class above: Solution in line 12
class Solution:
    def rob(self, nums: List[int]) -> int:
        before = best = 0
        for num in nums:
            before, best = best, max(best, before + num)
        return best


class Solution:
    def climbStairs(self, n: int) -> int:
        a = b = 1
        for _ in range(n):
            a, b = b, a + b
        return a


class Solution:
    def __init__(self):
        self.pairs = {")": "(", "]": "["}

    def isValid(self, s: str) -> bool:
        stack = []
        for c in s:
            if c in self.pairs and (not stack or stack.pop() != self.pairs[c]):
                return False
            if c not in self.pairs:
                stack.append(c)
        return not stack


print(Solution().isValid("()"))
