# slip: none
def largest_rectangle(heights):
    heights.append(0)
    stack, best = [-1], 0
    for i in range(len(heights)):
        while heights[stack[-1]] > heights[i]:
            best = max(best, heights[stack.pop()] * (i - stack[-1] - 1))
        stack.append(i)
    return best
