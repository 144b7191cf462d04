class Sequence:
    def __init__(self, seq_id, remaining):
        self.seq_id, self.remaining = seq_id, remaining

    @property
    def is_finished(self):
        return self.remaining <= 0


class Scheduler:
    """waiting and running queues, one schedule() per step, as serving engines have it."""

    def __init__(self, max_num_seqs):
        self.max_num_seqs, self.waiting, self.running = max_num_seqs, [], []

    def has_unfinished(self):
        return bool(self.waiting or self.running)

    def schedule(self):
        room = self.max_num_seqs - len(self.running)
        self.running += self.waiting[:room]
        self.waiting = self.waiting[room:]
        return self.running


def schedule_decode(lengths, max_batch):
    scheduler = Scheduler(max_batch)
    scheduler.waiting = [Sequence(i, n) for i, n in enumerate(lengths)]
    done, step = {}, 0
    while scheduler.has_unfinished():
        step += 1
        for seq in scheduler.schedule():
            seq.remaining -= 1
            if seq.is_finished:
                done[seq.seq_id] = step
        scheduler.running = [s for s in scheduler.running if not s.is_finished]
    return (step, [done[i] for i in range(len(lengths))])
