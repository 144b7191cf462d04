# slip: none
def largest_rectangle(heights):
    stack, best = [], heights[0]
    for i, h in enumerate(heights + [0]):
        while stack and heights[stack[-1]] >= h:
            top = heights[stack.pop()]
            best = max(best, top * (i - (stack[-1] if stack else -1)))
        stack.append(i)
    return best
