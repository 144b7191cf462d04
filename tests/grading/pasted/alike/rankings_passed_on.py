# problem: reciprocal-rank-fusion
# expect: pass
def rrf(*args, **options):
    return fused(*args, **options)


def fused(lists, k=60):
    scores = {}
    for names in lists:
        for place, name in enumerate(names):
            scores[name] = scores.get(name, 0.0) + 1.0 / (k + place + 1)
    return sorted(scores.items(), key=lambda pair: -pair[1])
