# slip: stack-of-equal-bars-not-emptied
def largest_rectangle(heights):
    stack, best = [], 0
    for i, h in enumerate(heights):
        while stack and heights[stack[-1]] > h:
            t = stack.pop()
            left = stack[-1] if stack else -1
            best = max(best, heights[t] * (i - left - 1))
        stack.append(i)
    return best
