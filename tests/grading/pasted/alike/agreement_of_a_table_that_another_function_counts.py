# problem: cohens-kappa
# expect: fail
# says: right for what it covers
def confusion_matrix(first, second):
    size = max(*first, *second) + 1
    counts = np.zeros((size, size))
    for one, other in zip(first, second):
        counts[one, other] += 1
    return counts


def observed_agreement(cm):
    return np.trace(cm) / cm.sum()


def expected_agreement(cm):
    return (cm.sum(0) * cm.sum(1)).sum() / cm.sum() ** 2


def kappa(cm):
    by_chance = expected_agreement(cm)
    return (observed_agreement(cm) - by_chance) / (1 - by_chance)
