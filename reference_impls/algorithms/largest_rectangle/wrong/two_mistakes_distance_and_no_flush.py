# slip: none
def largest_rectangle(heights):
    stack, best = [], 0
    for i, h in enumerate(heights):
        while stack and heights[stack[-1]] >= h:
            top = stack.pop()
            w = i if not stack else i - stack[-1]
            best = max(best, heights[top] * w)
        stack.append(i)
    return best
