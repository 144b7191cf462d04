# slip: one-admission-per-step
def schedule_decode(lengths, max_batch):
    left = list(lengths)
    active, nxt, step = [], 0, 0
    finish = [0] * len(left)
    while active or nxt < len(left):
        if nxt < len(left) and len(active) < max_batch:
            active.append(nxt)
            nxt += 1
        step += 1
        for i in list(active):
            left[i] -= 1
            if not left[i]:
                finish[i] = step
                active.remove(i)
    return step, finish
