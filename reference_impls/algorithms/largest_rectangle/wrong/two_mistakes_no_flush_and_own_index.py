# slip: none
def largest_rectangle(heights):
    stack, best = [], 0
    for i, h in enumerate(heights):
        while stack and heights[stack[-1]] > h:
            j = stack.pop()
            best = max(best, heights[j] * (i - j))
        stack.append(i)
    return best
