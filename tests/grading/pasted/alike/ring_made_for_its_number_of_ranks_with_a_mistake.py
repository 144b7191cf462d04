# problem: ring-all-reduce
# expect: fail
class RingAllReduce:
    def __init__(self, world_size, send_fn):
        self.p, self.send = world_size, send_fn

    def scatter_reduce(self, chunks):
        for s in range(self.p - 1):
            out = [chunks[r][(r - s) % self.p].copy() for r in range(self.p)]
            for r in range(self.p):
                chunks[(r + 1) % self.p][(r - s) % self.p] += self.send(r, (r + 1) % self.p, out[r])

    def all_gather(self, chunks):
        for s in range(self.p - 1):
            out = [chunks[r][(r - s) % self.p].copy() for r in range(self.p)]
            for r in range(self.p):
                chunks[(r + 1) % self.p][(r - s) % self.p] = np.array(self.send(r, (r + 1) % self.p, out[r]))

    def run(self, buffers):
        chunks = [[c.copy() for c in np.array_split(b, self.p)] for b in buffers]
        self.scatter_reduce(chunks)
        self.all_gather(chunks)
        return [np.concatenate(c) for c in chunks]
