# slip: removed-while-iterating
def schedule_decode(lengths, max_batch):
    """Removes from the list that it goes through, and so skips a request."""
    queue = list(enumerate(lengths))
    running, finish, step = [], [0] * len(lengths), 0
    while queue or running:
        while queue and len(running) < max_batch:
            running.append(list(queue.pop(0)))
        step += 1
        for r in running:
            r[1] -= 1
            if r[1] <= 0:
                finish[r[0]] = step
                running.remove(r)
    return step, finish
