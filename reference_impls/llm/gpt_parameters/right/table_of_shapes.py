from math import prod


def gpt_parameters(layers, d, vocab, context, tied=True):
    linear = lambda i, o: [(i, o), (o,)]
    norm = [(d,), (d,)]
    block = norm + linear(d, 3 * d) + linear(d, d) + norm + linear(d, 4 * d) + linear(4 * d, d)
    shapes = [(vocab, d), (context, d)] + block * layers + norm
    if not tied:
        shapes.append((d, vocab))
    return sum(map(prod, shapes))
