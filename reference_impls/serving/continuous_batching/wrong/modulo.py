# slip: slots-in-turn
def schedule_decode(lengths, max_batch):
    finish = []
    for i, n in enumerate(lengths):
        finish.append(n + (finish[i - max_batch] if i >= max_batch else 0))
    return max(finish, default=0), finish
