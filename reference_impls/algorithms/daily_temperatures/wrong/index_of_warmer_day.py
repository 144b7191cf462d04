# slip: day-not-wait
class Solution:
    def daily_temperatures(self, t):
        res = [0] * len(t)
        stack = []
        for i, x in enumerate(t):
            while stack and stack[-1][1] < x:
                res[stack.pop()[0]] = i
            stack.append((i, x))
        return res
