# slip: none
def least_interval(tasks, n):
    last = {}
    time = 0
    for t in tasks:
        if t in last and time - last[t] < n:
            time = last[t] + n
        last[t] = time
        time += 1
    return time
