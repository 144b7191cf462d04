# problem: continuous-batching
# says: your results are graded in this order: step, finished_at
from collections import deque


class Sequence:
    def __init__(self, seq_id, num_tokens):
        self.seq_id = seq_id
        self.remaining = num_tokens


def run_engine(output_lens: list[int], max_num_seqs: int):
    waiting = deque(Sequence(i, n) for i, n in enumerate(output_lens))
    running: list[Sequence] = []
    finished_at = [0] * len(output_lens)
    step = 0
    while waiting or running:
        while waiting and len(running) < max_num_seqs:
            running.append(waiting.popleft())
        step += 1
        still_running = []
        for seq in running:
            seq.remaining -= 1
            if seq.remaining == 0:
                finished_at[seq.seq_id] = step
            else:
                still_running.append(seq)
        running = still_running
    return finished_at, step
