# slip: grows-to-the-right-alone
def largest_rectangle(heights):
    best, open_bars = 0, []
    for i, h in enumerate(heights):
        while open_bars and open_bars[-1][1] > h:
            begin, top = open_bars.pop()
            best = max(best, top * (i - begin))
        open_bars.append((i, h))
    while open_bars:
        begin, top = open_bars.pop()
        best = max(best, top * (len(heights) - begin))
    return best
