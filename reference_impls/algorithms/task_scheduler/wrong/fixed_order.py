# slip: in-the-given-order
def least_interval(tasks, n):
    last, t = {}, 0
    for x in tasks:
        if x in last and t - last[x] <= n:
            t = last[x] + n + 1
        last[x] = t
        t += 1
    return t
