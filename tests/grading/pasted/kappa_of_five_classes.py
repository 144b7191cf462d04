# problem: cohens-kappa
# expect: fail
# says: The problem also asks for weights
# not: TypeError
GRADES = 5


def quadratic_kappa(ours, theirs, k=GRADES):
    seen = np.zeros((k, k))
    np.add.at(seen, (np.asarray(ours), np.asarray(theirs)), 1)
    far = (np.arange(k)[:, None] - np.arange(k)) ** 2
    by_chance = np.outer(seen.sum(1), seen.sum(0)) / seen.sum()
    return float(1 - (far * seen).sum() / (far * by_chance).sum())
