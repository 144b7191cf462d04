from collections import deque


def schedule_decode(lengths, max_batch):
    waiting = deque(enumerate(lengths))
    running = {}
    finish = [None] * len(lengths)
    step = 0
    while waiting or running:
        while waiting and len(running) < max_batch:
            i, n = waiting.popleft()
            running[i] = n
        step += 1
        for i in list(running):
            running[i] -= 1
            if running[i] == 0:
                finish[i] = step
                del running[i]
    return step, finish
