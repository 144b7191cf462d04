# slip: lowest-bar-from-itself
def largest_rectangle(heights):
    hs = list(heights) + [0]
    stack, best = [], 0
    for i, h in enumerate(hs):
        while stack and hs[stack[-1]] >= h:
            top = stack.pop()
            w = i - top if not stack else i - stack[-1] - 1
            best = max(best, hs[top] * w)
        stack.append(i)
    return best
