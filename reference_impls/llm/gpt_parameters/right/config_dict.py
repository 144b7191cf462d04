class Counter:
    def __init__(self):
        self.n = 0

    def add(self, *shape, bias=0):
        size = 1
        for s in shape:
            size *= s
        self.n += size + bias


def gpt_parameters(layers, d, vocab, context, tied=True):
    c = Counter()
    c.add(vocab, d)
    c.add(context, d)
    i = 0
    while i < layers:
        for _ in "qkvo":
            c.add(d, d, bias=d)
        c.add(d, 4 * d, bias=4 * d)
        c.add(4 * d, d, bias=d)
        c.add(2, 2, d)
        i += 1
    c.add(d, bias=d)
    if tied is False:
        c.add(d, vocab)
    return c.n
