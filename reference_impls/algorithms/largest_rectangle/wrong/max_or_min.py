# slip: highest-or-lowest
def largest_rectangle(heights):
    if not heights:
        return 0
    return max(max(heights), len(heights) * min(heights))
