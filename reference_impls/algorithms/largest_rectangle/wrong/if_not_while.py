# slip: one-pop-for-each-bar
def largest_rectangle(heights):
    stack, best = [], 0
    h = heights + [0]
    for i in range(len(h)):
        if stack and h[stack[-1]] >= h[i]:
            top = h[stack.pop()]
            width = i if not stack else i - stack[-1] - 1
            best = max(best, top * width)
        stack.append(i)
    return best
