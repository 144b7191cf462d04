# slip: last-come-first-served
def schedule_decode(lengths, max_batch):
    waiting = list(enumerate(lengths))
    running, finish, step = [], [0] * len(lengths), 0
    while waiting or running:
        while waiting and len(running) < max_batch:
            i, n = waiting.pop()
            running.append([i, n])
        step += 1
        for r in running:
            r[1] -= 1
            if r[1] == 0:
                finish[r[0]] = step
        running = [r for r in running if r[1]]
    return step, finish
