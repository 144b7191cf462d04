# slip: width-from-the-bar-itself
def largest_rectangle(heights):
    stack, best = [], 0
    h = heights + [0]
    for i in range(len(h)):
        while stack and h[stack[-1]] >= h[i]:
            j = stack.pop()
            best = max(best, h[j] * (i - j))
        stack.append(i)
    return best
