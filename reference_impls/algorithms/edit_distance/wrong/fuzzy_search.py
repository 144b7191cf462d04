# slip: best-place-in-b
def edit_distance(a, b):
    prev = [0] * (len(b) + 1)
    for i in range(1, len(a) + 1):
        cur = [i]
        for j in range(1, len(b) + 1):
            cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j-1] + (a[i-1] != b[j-1])))
        prev = cur
    return min(prev)
