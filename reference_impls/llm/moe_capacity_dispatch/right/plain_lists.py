def moe_dispatch(indices, n_experts, capacity):
    rows = [[int(e) for e in row] for row in indices]
    queue = [[] for _ in range(n_experts)]
    slots = [[-1] * len(row) for row in rows]
    for j in range(len(rows[0])):
        for n, row in enumerate(rows):
            q = queue[row[j]]
            if len(q) < capacity:
                slots[n][j] = len(q)
                q.append(n)
    return slots, [q + [-1] * (capacity - len(q)) for q in queue]
