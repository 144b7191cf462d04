def least_interval(tasks, n):
    freq = [0] * 26
    for t in tasks:
        freq[ord(t) - ord("A")] += 1
    freq.sort()
    top = freq.pop()
    idle = (top - 1) * n
    while freq and idle > 0:
        idle -= min(top - 1, freq.pop())
    return len(tasks) + max(0, idle)
