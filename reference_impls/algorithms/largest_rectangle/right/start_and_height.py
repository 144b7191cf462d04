class Solution:
    def largest_rectangle(self, heights):
        ans, stack = 0, []
        for i, h in enumerate(heights):
            start = i
            while stack and stack[-1][1] > h:
                start, top = stack.pop()
                ans = max(ans, top * (i - start))
            stack.append((start, h))
        for i, h in stack:
            ans = max(ans, h * (len(heights) - i))
        return ans
